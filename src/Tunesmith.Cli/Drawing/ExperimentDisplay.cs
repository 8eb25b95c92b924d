using System.Globalization;
using Spectre.Console;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Experiments;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// Shows many trainings while they run: on a terminal one line that is drawn over, elsewhere a plain line for every result.
/// </summary>
/// <param name="stream">Where to show it.</param>
/// <param name="time">The clock by which the line is not drawn too often.</param>
internal sealed class ExperimentDisplay(ConsoleStream stream, TimeProvider time) : IProgress<FoldProgress>
{
    private static readonly TimeSpan LeastTimeBetweenDrawings = TimeSpan.FromMilliseconds(50);

    private long? _drawnAt;
    private LiveDisplayContext? _line;

    /// <summary>Whether the score of every fold is a result.</summary>
    public bool ShowsFolds { get; init; }

    /// <summary>Runs trainings with the display around them.</summary>
    /// <typeparam name="T">What they give.</typeparam>
    public T Run<T>(Func<T> work)
    {
        if (!stream.IsTerminal)
        {
            return work();
        }

        return stream.Canvas.Live(Text.Empty).Start(line =>
        {
            _line = line;
            try
            {
                return work();
            }
            finally
            {
                line.UpdateTarget(Text.Empty);
                _line = null;
            }
        });
    }

    /// <inheritdoc/>
    public void Report(FoldProgress value)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{PlainText.Of(value.Name)}  fold {value.Fold + 1}/{value.Folds}");
        if (value.Training is { } training)
        {
            bool isDue = _drawnAt is null || time.GetElapsedTime(_drawnAt.Value) >= LeastTimeBetweenDrawings;
            if (_line is not null && isDue)
            {
                _drawnAt = time.GetTimestamp();
                Draw(string.Create(CultureInfo.InvariantCulture, $"{place}  step {training.Step + 1}/{training.Steps}"));
            }
        }
        else if (ShowsFolds && value.Score is { } score)
        {
            Show(string.Create(CultureInfo.InvariantCulture, $"{place}  nats a step {score.NatsPerStep:0.000}"));
        }
    }

    /// <summary>Shows a result.</summary>
    public void Show(string line)
    {
        if (_line is null)
        {
            stream.WriteLine(line);
        }
        else
        {
            Draw(line);
        }
    }

    private void Draw(string text) => _line!.UpdateTarget(new Text(text) { Overflow = Overflow.Ellipsis });
}
