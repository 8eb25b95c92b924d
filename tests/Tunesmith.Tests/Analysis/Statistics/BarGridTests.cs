using CsCheck;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>The arithmetic of bars and beats is what counting tick by tick gives.</summary>
public sealed class BarGridTests
{
    [Fact]
    public void Bars_and_beats_are_those_that_one_counts() =>
        Gen.Select(Tunes.AnyMeters(60), Tunes.OneOf(1, 2, 3, 4, 12)).Sample((meters, resolution) =>
        {
            BarGrid grid = new(meters, resolution);
            (long bar, long beat) = (0, 0);
            BarPosition before = meters.PositionAt(0, resolution);
            long start = -before.Offset;
            List<(long Start, long Length, long End)> bars = [];
            for (int tick = 0; tick < 150; tick++)
            {
                BarPosition position = meters.PositionAt(tick, resolution);
                if (tick > 0 && position.Offset == 0)
                {
                    bars.Add((start, before.Length, tick));
                    (bar, start) = (bar + 1, tick);
                }

                beat += tick > 0 && position.Offset % resolution == 0 ? 1 : 0;
                before = position;
                Bar here = grid.At(tick);
                Assert.Equal((bar, beat, start), (here.Number, grid.BeatAt(tick), here.Start));
                Assert.Equal((position.Offset, position.Length), (here.Offset, here.Length));
                Assert.Equal(here with { Offset = 0 }, grid.Number(bar));
            }

            IEnumerable<Bar> found = Enumerable.Range(0, bars.Count).Select(number => grid.Number(number));
            Assert.Equal(bars, found.Select(known => (known.Start, known.Length, known.End)));
            for (int last = 0; last < bars.Count; last++)
            {
                Bar[] known = [.. Enumerable.Range(0, last + 1).Select(number => grid.Number(number))];
                Assert.Equal(known.Skip(1).Zip(known, BarGrid.ArePair).Count(pair => pair), grid.CountPairs(last));
            }
        });
}
