using Spectre.Console;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Drawing;

/// <summary>
/// Shows a training while it runs: on a terminal one line that is drawn over, elsewhere a plain line for every report. The speed is
/// taken from the first report on, so that what comes before the first step does not count.
/// </summary>
/// <param name="stream">Where to show it.</param>
/// <param name="steps">Steps in all.</param>
/// <param name="time">The clock that speed and time left come from.</param>
internal sealed class TrainingDisplay(ConsoleStream stream, int steps, TimeProvider time)
{
    private static readonly TimeSpan LeastTimeBetweenDrawings = TimeSpan.FromMilliseconds(50);

    private const int SlowSteps = 10; // the first are slow, and would foretell minutes of a training of seconds

    private readonly Lock _gate = new();
    private (int Step, long Timestamp)? _first;
    private long _drawnAt;
    private LiveDisplayContext? _line;

    /// <summary>The last status that was reported, or null before the first.</summary>
    public TrainingStatus? Last { get; private set; }

    /// <summary>
    /// The last loss on the songs held out, in nats a step, which is shown from the next report on; null before the first.
    /// </summary>
    public double? HeldOutLoss { get; set; }

    /// <summary>What the numbers of its lines mean, to be said before the first.</summary>
    /// <param name="batch">How many passages a step learns from.</param>
    public static string Meaning(int batch) =>
        $"each step it guesses what comes next in {Wording.Count(batch, "passage")}; "
        + "loss is how surprised it is, accuracy how often it is right";

    /// <summary>Runs a training with the display around it.</summary>
    /// <typeparam name="T">What the training gives.</typeparam>
    /// <param name="train">The training, which calls <see cref="Report"/>.</param>
    public T Run<T>(Func<T> train)
    {
        if (!stream.IsTerminal || steps < 1)
        {
            return train();
        }

        return stream.Canvas.Live(Text.Empty).Start(line =>
        {
            _line = line;
            try
            {
                return train();
            }
            finally
            {
                Redraw();
                _line = null;
            }
        });
    }

    /// <summary>Shows a step at which the training was looked at: a line of its own where lines cannot be drawn over.</summary>
    /// <param name="step">The step just taken, counted from 0.</param>
    /// <param name="loss">The loss on its batch, in nats.</param>
    /// <param name="accuracy">The accuracy on its batch, 0 to 1.</param>
    public void Report(int step, double loss, double accuracy)
    {
        lock (_gate)
        {
            bool isFirst = Last is null;
            Show(step, loss, accuracy, at: time.GetTimestamp());
            if (_line is null)
            {
                stream.WriteLine(Last!.Value.ToString());
            }
            else
            {
                DrawNowAndThen(isFirst);
            }
        }
    }

    /// <summary>
    /// Moves the line on to a step at which the training was not looked at: loss and accuracy stay as they were shown last.
    /// </summary>
    /// <param name="step">The step just taken, counted from 0.</param>
    public void Move(int step)
    {
        lock (_gate)
        {
            if (_line is not null && Last is { } last)
            {
                Show(step, last.Loss, last.Accuracy, at: time.GetTimestamp());
                DrawNowAndThen(isFirst: false);
            }
        }
    }

    private void Show(int step, double loss, double accuracy, long at)
    {
        _first ??= (step, at);
        double seconds = time.GetElapsedTime(_first.Value.Timestamp, at).TotalSeconds;
        double? speed = step >= _first.Value.Step + SlowSteps && seconds > 0 ? (step - _first.Value.Step) / seconds : null;
        Last = new TrainingStatus(step, steps, loss, accuracy, speed, HeldOutLoss);
    }

    private void DrawNowAndThen(bool isFirst)
    {
        long now = time.GetTimestamp();
        if (isFirst || time.GetElapsedTime(_drawnAt, now) >= LeastTimeBetweenDrawings)
        {
            _drawnAt = now;
            Redraw();
        }
    }

    private void Redraw()
    {
        if (Last is { } status)
        {
            _line?.UpdateTarget(new TrainingBar(status));
        }
    }
}
