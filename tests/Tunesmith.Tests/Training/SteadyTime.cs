namespace Tunesmith.Tests.Training;

/// <summary>A clock that is a second later each time it is looked at.</summary>
internal sealed class SteadyTime : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _seconds++;
}
