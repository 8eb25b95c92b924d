using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tunesmith.Experiments;

/// <summary>
/// A file of trials, a line of JSON each, that grows by a line whenever a trial is over. What a killed program left of a line is cut off
/// when the file is opened again.
/// </summary>
public sealed class SweepLog : IDisposable
{
    private const string Beginning = "{\"trial\":";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileStream _file;

    private SweepLog(FileStream file, IReadOnlyList<SweepTrial> trials)
    {
        _file = file;
        Trials = trials;
    }

    /// <summary>The trials that stood in the file when it was opened, in their order.</summary>
    public IReadOnlyList<SweepTrial> Trials { get; }

    /// <summary>Begins a file, in the place of one that is there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static SweepLog Create(string path) => new(Open(path, FileMode.Create), []);

    /// <summary>Opens a file to go on with it, or begins one where there is none.</summary>
    /// <exception cref="SweepException">The file holds something else than trials.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static SweepLog Resume(string path)
    {
        FileStream file = Open(path, FileMode.OpenOrCreate);
        try
        {
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            int end = Array.LastIndexOf(bytes, (byte)'\n') + 1; // in bytes: what is no UTF-8 would have another length as text
            string[] lines = Utf8.GetString(bytes, 0, end).Split('\n')[..^1];
            if (!IsBegunTrial(Utf8.GetString(bytes, end, bytes.Length - end)))
            {
                throw NoTrials(path, lines.Length + 1, null);
            }

            SweepTrial[] trials = [.. lines.Select((line, index) => Parse(line, path, index + 1))];
            file.SetLength(end);
            file.Seek(0, SeekOrigin.End);
            return new SweepLog(file, trials);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a trial.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(SweepTrial trial)
    {
        _file.Write(Utf8.GetBytes(JsonSerializer.Serialize(trial, SweepJson.Default.SweepTrial) + "\n"));
        _file.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream Open(string path, FileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.Read);
    }

    private static SweepTrial Parse(string line, string path, int number)
    {
        try
        {
            SweepTrial trial = JsonSerializer.Deserialize(line, SweepJson.Default.SweepTrial) ?? throw new JsonException("null");
            trial.Choices.ToJsonString(); // its texts are looked at only when they are asked for
            double?[] numbers = [trial.NatsPerStep, trial.Accuracy, trial.MoveAccuracy, trial.SecondsPerFold, .. trial.PerFold ?? []];
            return numbers.All(value => double.IsFinite(value ?? 0)) ? trial : throw new JsonException("a number without an end");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw NoTrials(path, number, error);
        }
    }

    /// <summary>Whether a text may be the beginning of a trial's line: nothing else is cut off.</summary>
    private static bool IsBegunTrial(string text) =>
        text.StartsWith(Beginning, StringComparison.Ordinal) || Beginning.StartsWith(text, StringComparison.Ordinal);

    private static SweepException NoTrials(string path, int line, Exception? cause) => new(
        string.Create(CultureInfo.InvariantCulture, $"expected trials of a sweep in {path}, found something else in line {line}; ")
        + "name the file that a sweep wrote, or a new one",
        cause);
}
