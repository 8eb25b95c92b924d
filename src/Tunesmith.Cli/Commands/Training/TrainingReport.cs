using System.Text.Json;
using Tunesmith.Cli.Drawing;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>Passes a training's progress on to the display and the log, at once and in order.</summary>
internal sealed class TrainingReport(TrainingDisplay display, TrainingLog? log) : IProgress<TrainingProgress>
{
    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (value.HeldOut is { } look)
        {
            display.HeldOutLoss = look.Loss;
        }

        if (value.Score is { } score)
        {
            display.Report(value.Step, score.Loss, score.Accuracy);
        }
        else
        {
            display.Move(value.Step);
        }

        if (value.Score is not null || value.HeldOut is not null)
        {
            log?.Write(new TrainLogLine(
                value.Step,
                value.Score?.Loss,
                value.Score?.Accuracy,
                value.HeldOut?.Loss,
                value.HeldOut?.Accuracy,
                value.HeldOut?.MoveAccuracy,
                value.Elapsed.TotalSeconds));
        }
    }
}

/// <summary>
/// A file of JSON lines that can be followed while it grows. It is begun with the first line, so that a training that never starts
/// leaves what was there.
/// </summary>
/// <param name="path">Where.</param>
/// <param name="append">Whether to go on with the lines that are there.</param>
internal sealed class TrainingLog(string path, bool append) : IDisposable
{
    private StreamWriter? _writer;

    /// <summary>Adds a line.</summary>
    public void Write(TrainLogLine line)
    {
        _writer ??= Begin();
        _writer.Write(JsonSerializer.Serialize(line, TrainJson.Default.TrainLogLine));
        _writer.Write('\n');
        _writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private StreamWriter Begin()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        return new StreamWriter(new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read));
    }
}
