namespace Tunesmith.Fuzz;

/// <summary>Looks from a thread of its own whether an input takes for ever; saves it and ends the program then.</summary>
internal sealed class StuckInput : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30); // of the processor: a busy machine may give little of it

    private readonly FuzzOptions _options;
    private readonly Timer _timer;
    private volatile byte[]? _input;
    private long _number = -1;
    private long _seen = -1;
    private TimeSpan _worked;

    public StuckInput(FuzzOptions options)
    {
        _options = options;
        _timer = new Timer(_ => Look(), null, LookEvery, LookEvery);
    }

    /// <summary>Says which input is tried from now on.</summary>
    public void Watch(byte[] input, long number)
    {
        _input = input;
        Volatile.Write(ref _number, number);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        long number = Volatile.Read(ref _number);
        TimeSpan worked = Environment.CpuUsage.TotalTime;
        if (number != _seen)
        {
            (_seen, _worked) = (number, worked);
        }
        else if (worked - _worked > Longest && _input is { } input)
        {
            string path = FuzzReport.Save(_options, input);
            Console.WriteLine($"STUCK   {_options.Target.Name}, seed {_options.Seed}, input {number}, saved as {path}");
            Environment.Exit(1);
        }
    }
}
