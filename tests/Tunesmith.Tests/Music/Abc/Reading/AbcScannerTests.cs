using System.Diagnostics;
using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Tests.Music.Abc.Reading;

public sealed class AbcScannerTests
{
    [Fact]
    public void What_stands_before_a_character_is_taken_where_it_follows()
    {
        AbcScanner scanner = new("[K:D]c[V", 1) { Position = 3 };
        Assert.Equal("D", scanner.TakeTo(']'));
        Assert.Equal(5, scanner.Position);
        Assert.Null(scanner.TakeTo(']'));
        Assert.Equal("c", scanner.TakeTo('['));
        Assert.Null(scanner.TakeTo(']'));
    }

    [Fact]
    public void What_does_not_follow_is_looked_for_once()
    {
        const int Times = 20_000;
        const int MostLooks = Times / 10; // one is right; any more are what else the machine does meanwhile
        AbcScanner scanner = new(new string('c', 4_000_000), 1);
        long start = Stopwatch.GetTimestamp();
        Assert.Null(scanner.TakeTo(']'));
        TimeSpan look = Stopwatch.GetElapsedTime(start);
        for (int time = 0; time < Times; time++)
        {
            scanner.TakeTo(']');
        }

        Assert.InRange(Stopwatch.GetElapsedTime(start) / look, 1, MostLooks);
    }
}
