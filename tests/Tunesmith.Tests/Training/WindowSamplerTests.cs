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
        WindowSampler sampler = Sampler(restIsToken);
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

        IEnumerable<(int, int)> all =
            Songs.SelectMany((song, index) => Enumerable.Range(0, song.Length - Window - 1).Select(start => (index, start)));
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

    private static WindowSampler Sampler(bool restIsToken, ulong seed = 1) =>
        new(new ModelDefinition { RestIsToken = restIsToken, Window = Window }, Songs, new RandomSource(seed, RandomPurpose.Batches));

    private static TokenSequence Song(int[] tokens) =>
        new(tokens, [.. Enumerable.Range(0, tokens.Length).Select(step => new BarPosition(step % 16, 16))]);
}
