using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

public sealed class WindowSamplerTests
{
    private const int Window = 8;
    private const int Rest = 78;

    /// <summary>No token stands twice, but the rest: a window tells its song and its start.</summary>
    private static readonly TokenSequence[] Songs =
    [
        Song([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), // 10 steps leave one start, 0
        Song([.. Enumerable.Range(10, 19), Rest]),
        Song([30, Rest, 32, 33, Rest, Rest, .. Enumerable.Range(36, 25)]),
    ];

    [Theory]
    [InlineData(false, ScoredSteps.Last)]
    [InlineData(false, ScoredSteps.Every)]
    [InlineData(true, ScoredSteps.Last)]
    [InlineData(true, ScoredSteps.Every)]
    public void Every_window_is_a_run_of_steps_with_what_follows_as_its_target(bool restIsToken, ScoredSteps scored)
    {
        int scoreFrom = scored == ScoredSteps.Last ? Window - 1 : 0;
        WindowBatch batch = new(50, Window, 1, scoreFrom);
        WindowSampler sampler = Sampler(restIsToken, scored: scored);
        HashSet<(int Song, int Start)> seen = [];
        for (int fill = 0; fill < 40; fill++)
        {
            sampler.Fill(batch);
            for (int window = 0; window < batch.Windows; window++)
            {
                (int song, int start) = Find(batch, window, restIsToken);
                seen.Add((song, start));
                for (int step = scoreFrom; step < Window; step++)
                {
                    int target = ((step - scoreFrom) * batch.Windows) + window;
                    Assert.Equal(Shown(Songs[song].Tokens[start + step + 1], restIsToken), batch.Outcomes[target]);
                    Assert.Equal(1, batch.Weights[target]);
                }
            }
        }

        int unused = scored == ScoredSteps.Last ? 1 : 0; // the lab leaves out the last window that there is
        IEnumerable<(int, int)> all =
            Songs.SelectMany((song, index) => Enumerable.Range(0, song.Length - Window - unused).Select(start => (index, start)));
        Assert.Equal(all, seen.Order());
    }

    [Fact]
    public void Songs_are_equally_likely_however_long_they_are()
    {
        WindowBatch batch = new(60, Window, 1, Window - 1);
        WindowSampler sampler = Sampler(restIsToken: true);
        int[] counts = new int[Songs.Length];
        for (int fill = 0; fill < 100; fill++)
        {
            sampler.Fill(batch);
            for (int window = 0; window < batch.Windows; window++)
            {
                counts[Find(batch, window, restIsToken: true).Song]++;
            }
        }

        double deviation = Math.Sqrt(6000 * (1 / 3.0) * (2 / 3.0));
        Assert.All(counts, count => Assert.InRange(count, 2000 - (4 * deviation), 2000 + (4 * deviation)));
    }

    [Fact]
    public void A_seed_fixes_the_windows()
    {
        Assert.Equal(Rows(3), Rows(3));
        Assert.NotEqual(Rows(3), Rows(4));

        static int[] Rows(ulong seed)
        {
            WindowBatch batch = new(20, Window, 1, 0);
            Sampler(restIsToken: true, seed).Fill(batch);
            return batch.Rows;
        }
    }

    [Fact]
    public void A_song_shorter_than_a_window_is_one_window_with_nothing_after_its_end()
    {
        Recipe recipe = new() { Definition = new ModelDefinition { Window = Window }, Scored = ScoredSteps.Every };
        WindowSampler sampler = new(recipe, [Song([3, 1, 4, 1, 5])], new RandomSource(1, RandomPurpose.Batches));
        WindowBatch batch = new(2, Window, 1, 0);
        Array.Fill(batch.Rows, 77);
        Array.Fill(batch.Outcomes, 77);
        Array.Fill(batch.Weights, 7);
        sampler.Fill(batch);
        for (int window = 0; window < 2; window++)
        {
            Assert.Equal([3, 1, 4, 1, -1, -1, -1, -1], Column(batch.Rows, window));
            Assert.Equal([1, 4, 1, 5, -1, -1, -1, -1], Column(batch.Outcomes, window));
            Assert.Equal([1, 1, 1, 1, 0, 0, 0, 0], Column(batch.Weights, window));
        }

        static T[] Column<T>(T[] values, int window) => [.. values.Where((_, index) => index % 2 == window)];
    }

    [Fact]
    public void A_window_is_moved_by_every_shift_that_keeps_its_song_in_range_equally_often()
    {
        TokenSequence low = Song([2, Rest, 5, 5, 7, 9, 2, 4, 5, 2]);
        Recipe recipe = new()
        {
            Definition = new ModelDefinition { Window = Window },
            Scored = ScoredSteps.Every,
            Regularization = new Regularization { Transpose = 5 },
        };
        WindowSampler sampler = new(recipe, [low], new RandomSource(1, RandomPurpose.Batches));
        WindowBatch batch = new(100, Window, 1, 0);
        SortedDictionary<int, int> counts = [];
        for (int fill = 0; fill < 40; fill++)
        {
            sampler.Fill(batch);
            for (int window = 0; window < batch.Windows; window++)
            {
                int[] rows = [.. Enumerable.Range(0, Window).Select(step => batch.Rows[(step * batch.Windows) + window])];
                int start = Array.IndexOf(rows, Rest) == 1 ? 0 : 1;
                int shift = rows[2] - low.Tokens[start + 2];
                Assert.Equal(low.Tokens.Slice(start, Window).ToArray().Select(token => token == Rest ? Rest : token + shift), rows);
                int last = ((Window - 1) * batch.Windows) + window;
                Assert.Equal(low.Tokens[start + Window] + shift, batch.Outcomes[last]);
                counts[shift] = counts.GetValueOrDefault(shift) + 1;
            }
        }

        Assert.Equal([-2, -1, 0, 1, 2, 3, 4, 5], counts.Keys); // its lowest token is 2
        double deviation = Math.Sqrt(4000 * (1 / 8.0) * (7 / 8.0));
        Assert.All(counts.Values, count => Assert.InRange(count, 500 - (4 * deviation), 500 + (4 * deviation)));
    }

    private static (int Song, int Start) Find(WindowBatch batch, int window, bool restIsToken)
    {
        int[] rows = [.. Enumerable.Range(0, Window).Select(step => batch.Rows[(step * batch.Windows) + window])];
        return Assert.Single(
            from song in Enumerable.Range(0, Songs.Length)
            from start in Enumerable.Range(0, Songs[song].Length - Window + 1)
            where rows.SequenceEqual(Songs[song].Tokens.Slice(start, Window).ToArray().Select(token => Shown(token, restIsToken)))
            select (song, start));
    }

    private static int Shown(int token, bool restIsToken) => token == Rest && !restIsToken ? -1 : token;

    private static WindowSampler Sampler(bool restIsToken, ulong seed = 1, ScoredSteps scored = ScoredSteps.Last)
    {
        Recipe recipe = new() { Definition = new ModelDefinition { RestIsToken = restIsToken, Window = Window }, Scored = scored };
        return new WindowSampler(recipe, Songs, new RandomSource(seed, RandomPurpose.Batches));
    }

    private static TokenSequence Song(int[] tokens) =>
        new(Encodings.Lab, tokens, [.. Enumerable.Range(0, tokens.Length).Select(step => new BarPosition(step % 16, 16))]);
}
