using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;
using Tunesmith.Training;

namespace Tunesmith.Tests.Composing;

/// <summary>Songs composed side by side are those composed one by one.</summary>
public sealed class ComposeManyTests
{
    private static readonly Composer Composer = new(TinySongs.Train(steps: 40));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Song_i_is_the_one_that_the_seed_plus_i_gives() =>
        Gen.Select(
            Gen.Select(Gen.Int[0, 2], Gen.Int[1, 14]).Array[0, 12],
            Gen.Bool.Select(all => all ? ComposingContext.Stream : ComposingContext.Window),
            Gen.Int[1, 5],
            Gen.OneOf(Gen.ULong, Gen.ULong[ulong.MaxValue - 3, ulong.MaxValue])).Sample(
            (starts, context, threads, seed) =>
            {
                Melody[] primers = [.. starts.Select(start => TinySongs.Melody(start.Item1).Take(start.Item2))];
                CompositionOptions options = new() { Steps = 20, Seed = seed, Context = context, Sampling = [new TemperatureStep(1.3)] };
                IReadOnlyList<Composition> songs = Composer.ComposeMany(primers, options, threads, Cancellation);
                Assert.Equal(primers.Length, songs.Count);
                for (int song = 0; song < primers.Length; song++)
                {
                    SameAs(Alone(primers[song], options, song), songs[song]);
                }
            },
            iter: 60,
            threads: 1);

    [Theory]
    [InlineData(ComposingContext.Stream)]
    [InlineData(ComposingContext.Window)]
    public void Many_songs_on_any_number_of_threads(ComposingContext context)
    {
        Melody primer = TinySongs.Melody(1).Take(8);
        CompositionOptions options = new() { Steps = 12, Seed = 3, Context = context };
        foreach (int threads in (int[])[1, 2, 5])
        {
            IReadOnlyList<Composition> songs = Composer.ComposeMany([.. Enumerable.Repeat(primer, 70)], options, threads, Cancellation);
            Assert.All(songs, (song, index) => SameAs(Alone(primer, options, index), song));
            Assert.True(songs.Select(song => string.Join(' ', song.Tokens.ToArray())).Distinct().Count() > 60);
        }
    }

    [Fact]
    public void The_windows_of_one_song_are_shared_out_among_threads()
    {
        // Layers of two widths, and more windows that overlap than a thread takes at a time.
        ModelDefinition definition = new() { Window = 80, Hidden = [40, 5] };
        Parameters weights = new(definition.CreateShape());
        WeightInitialization.Fill(weights, new RandomSource(3, RandomPurpose.Weights));
        Composer composer = new(new MelodyModel(definition, weights));
        Melody primer = TinySongs.Melody(1).Take(20);
        CompositionOptions options = new() { Steps = 90, Context = ComposingContext.Window, KeepProbabilities = true };
        SameAs(composer.Compose(primer, options, Cancellation), composer.ComposeMany([primer], options, threads: 3, Cancellation)[0]);
    }

    [Fact]
    public void Each_song_keeps_its_own_probabilities()
    {
        Melody[] primers = [TinySongs.Melody(0).Take(8), TinySongs.Melody(2).Take(8)];
        CompositionOptions options = new() { Steps = 6, KeepProbabilities = true };
        IReadOnlyList<Composition> songs = Composer.ComposeMany(primers, options, threads: 1, Cancellation);
        Assert.All(songs, (song, index) => Assert.Equal(Alone(primers[index], options, index).Probabilities, song.Probabilities));
    }

    [Fact]
    public void Seeds_do_without_options()
    {
        Melody primer = TinySongs.Melody(1).Take(8);
        SameAs(Alone(primer, new CompositionOptions(), song: 9), Composer.ComposeMany([primer], [10], cancellationToken: Cancellation)[0]);
    }

    [Fact]
    public void No_primers_give_no_songs() => Assert.Empty(Composer.ComposeMany([], threads: 3, cancellationToken: Cancellation));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_cannot_be_gone_on_from_is_refused_as_for_one_song(int threads)
    {
        Melody good = TinySongs.Melody(0);
        Melody otherGrid = new([MelodyStep.Rest], stepsPerQuarter: 7);
        Assert.Throws<ArgumentException>(() => Composer.ComposeMany([good, otherGrid], threads: threads, cancellationToken: Cancellation));
        CompositionOptions endless = new() { Steps = CompositionOptions.MostSteps };
        Assert.Throws<ArgumentException>(() => Composer.ComposeMany([good, good], endless, threads, Cancellation));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Composer.ComposeMany([good], threads: 1 - threads, cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Composing_many_can_be_stopped(int threads)
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Melody[] primers = [.. Enumerable.Repeat(TinySongs.Melody(0), 4)];
        Assert.ThrowsAny<OperationCanceledException>(
            () => Composer.ComposeMany(primers, threads: threads, cancellationToken: source.Token));
    }

    private static Composition Alone(Melody primer, CompositionOptions options, int song) =>
        Composer.Compose(primer, options with { Seed = unchecked(options.Seed + (ulong)song) }, Cancellation);

    private static void SameAs(Composition expected, Composition found)
    {
        Assert.Equal(expected.Tokens.ToArray(), found.Tokens.ToArray());
        Assert.Equal((expected.PrimerSteps, expected.Options.Seed), (found.PrimerSteps, found.Options.Seed));
    }
}
