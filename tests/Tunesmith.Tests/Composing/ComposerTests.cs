using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing;

public sealed class ComposerTests
{
    private static readonly MelodyModel Model = TinySongs.Train(steps: 40);
    private static readonly Composer Composer = new(Model);
    private static readonly Melody Primer = TinySongs.Melody(2).Take(12); // step 10 of it is a rest

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<ComposingContext> Contexts => [ComposingContext.Stream, ComposingContext.Window];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void A_seed_fixes_the_song_and_another_gives_another(ComposingContext context)
    {
        CompositionOptions options = new() { Steps = 60, Context = context, Seed = 4 };
        Assert.Equal(Compose(options).Tokens, Compose(options).Tokens);
        Assert.NotEqual(Compose(options).Tokens.ToArray(), Compose(options with { Seed = 5 }).Tokens.ToArray());
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Keeping_the_probabilities_does_not_change_the_song(ComposingContext context)
    {
        CompositionOptions options = new() { Steps = 60, Context = context };
        Assert.Equal(Compose(options).Tokens, Compose(options with { KeepProbabilities = true }).Tokens);
        Assert.Empty(Compose(options).Probabilities);
    }

    [Theory]
    [InlineData(ComposingContext.Stream, 1)]
    [InlineData(ComposingContext.Stream, 12)]
    [InlineData(ComposingContext.Window, 1)] // shorter than the window of 8, until it is filled
    [InlineData(ComposingContext.Window, 8)]
    [InlineData(ComposingContext.Window, 12)] // longer than the window
    public void Every_prediction_is_the_networks_own_for_what_it_has_heard(ComposingContext context, int primerSteps)
    {
        CompositionOptions options = new() { Steps = 25, Context = context, KeepProbabilities = true, Seed = 2 };
        Composition song = Composer.Compose(Primer.Take(primerSteps), options, Cancellation);

        Assert.Equal(25, song.Probabilities.Count);
        using NaivePrediction naive = new(Model);
        for (int step = 0; step < 25; step++)
        {
            int? window = context == ComposingContext.Window ? 8 : null;
            Assert.Equal(naive.After(song.Tokens[..(primerSteps + step)], window), song.Probabilities[step]);
            Assert.Equal(1, song.Probabilities[step].Sum(), 1e-5);
        }
    }

    [Fact]
    public void The_context_matters()
    {
        CompositionOptions options = new() { Steps = 25, KeepProbabilities = true };
        Assert.NotEqual(Compose(options).Probabilities[3], Compose(options with { Context = ComposingContext.Window }).Probabilities[3]);
    }

    [Fact]
    public void Temperature_0_takes_the_likeliest_at_every_step()
    {
        Composition song = Compose(new CompositionOptions { Steps = 30, Sampling = [new TemperatureStep(0)], KeepProbabilities = true });
        for (int step = 0; step < 30; step++)
        {
            Assert.Equal(Softmax.Likeliest([.. song.Probabilities[step]]), song.Tokens[12 + step]);
        }
    }

    [Fact]
    public void The_lab_recipe_never_composes_a_rest()
    {
        Composition song = new Composer(TinySongs.Train(steps: 0)).Compose(
            Primer, new CompositionOptions { Steps = 3000, Sampling = [new TemperatureStep(100)] }, Cancellation);
        Assert.Equal(78, song.OutcomeCount);
        Assert.DoesNotContain(Encodings.Lab.RestToken, song.Tokens[12..].ToArray());
        Assert.Equal(78, song.Tokens[12..].ToArray().Distinct().Count());
    }

    [Fact]
    public void Where_a_rest_is_a_token_it_is_composed()
    {
        ModelDefinition definition = Model.Definition with { RestIsToken = true };
        MelodyModel model = new(definition, new Parameters(definition.CreateShape())); // all outcomes alike
        Composer composer = new(model);
        Composition song = composer.Compose(Primer, new CompositionOptions { Steps = 1000 }, Cancellation);
        Assert.Contains(Encodings.Lab.RestToken, song.Tokens[12..].ToArray());
        Assert.Equal("rest", composer.OutcomeNames[^1]);
        Assert.Equal(79, composer.OutcomeNames.Count);
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task A_stream_gives_the_same_song_step_by_step(ComposingContext context)
    {
        CompositionOptions options = new() { Steps = 40, Context = context, Seed = 6 };
        Composition song = Compose(options);
        int index = Primer.Length;
        await foreach (ComposedStep step in Composer.StreamAsync(Primer, options, Cancellation))
        {
            Assert.Equal((index, song.Tokens[index], song.Melody.Steps[index]), (step.Index, step.Token, step.Melody));
            index++;
        }

        Assert.Equal(song.Melody.Length, index);
    }

    [Fact]
    public async Task In_the_melody_encoding_a_stream_holds_notes_over_many_steps_and_the_primers_into_the_song()
    {
        ModelDefinition definition = new() { Encoding = "melody", Voice = "track:1", Grid = 12, Hidden = [3], Window = 4 };
        Parameters parameters = new(definition.CreateShape());
        float[] biases = parameters.Get("out.bo");
        biases[0] = 8; // a hold is far likelier than any other
        parameters.Set("out.bo", biases);
        Composer composer = new(new MelodyModel(definition, parameters));
        Melody primer = new([MelodyStep.Rest, MelodyStep.Onset(new Pitch(60))], 12, meters: new MeterMap([new(0, new Meter(3, 4))]));
        CompositionOptions options = new() { Steps = 200, Seed = 4 };

        Composition song = composer.Compose(primer, options, Cancellation);
        List<MelodyStep> streamed = [];
        await foreach (ComposedStep step in composer.StreamAsync(primer, options, Cancellation))
        {
            streamed.Add(step.Melody);
        }

        Assert.Equal(song.Melody.Steps[2..], streamed.ToArray());
        Assert.Equal(MelodyStep.Hold(new Pitch(60)), streamed[0]);
        Assert.Equal(MelodyStep.Onset(new Pitch(60)), song.WithoutPrimer.Steps[0]);
        Assert.Equal((200, 12, 36), (song.WithoutPrimer.Length, song.Melody.StepsPerQuarter, song.Melody.PositionAt(0).Length));
        Assert.Equal(song.Melody.Meters.Changes, song.ToScore().Meters.Changes.Select(change => change with { Tick = change.Tick / 40 }));
    }

    [Fact]
    public void The_song_begins_with_its_primer_and_can_be_had_without_it()
    {
        Composition song = Compose(new CompositionOptions { Steps = 20 });
        int[] sounding = song.Melody.SoundingPitches();
        Assert.Equal((12, 32), (song.PrimerSteps, sounding.Length));
        Assert.Equal(Primer.SoundingPitches(), sounding[..12]);
        Assert.Equal(sounding[12..], song.WithoutPrimer.SoundingPitches());
        Assert.Equal(sounding, Heard(song.ToScore()));
        Assert.Equal(sounding[12..], Heard(song.ToScore(new WrittenForm { WithPrimer = false })));

        // Writing ends the last note, which is heard as one more step of rest.
        static int[] Heard(Score score) => Encodings.Lab.Hear(score).SoundingPitches()[..^1];
    }

    [Fact]
    public void No_steps_give_the_primer_back() =>
        Assert.Equal(Primer.SoundingPitches(), Compose(new CompositionOptions { Steps = 0 }).Melody.SoundingPitches());

    [Fact]
    public void A_song_is_entered_by_its_first_window() =>
        Assert.Equal(TinySongs.Melody(1).SoundingPitches()[..8], Composer.PrimerOf(TinySongs.Melody(1)).SoundingPitches());

    [Fact]
    public void A_random_song_is_fixed_by_the_seed_and_any_can_be_chosen()
    {
        Assert.Equal(Composer.ChooseSong(73, 5), Composer.ChooseSong(73, 5));
        IEnumerable<int> chosen = Enumerable.Range(0, 200).Select(seed => Composer.ChooseSong(5, (ulong)seed));
        Assert.Equal(Enumerable.Range(0, 5), chosen.Distinct().Order());
    }

    [Fact]
    public async Task Composing_can_be_stopped()
    {
        using CancellationTokenSource source = new();
        int heard = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ComposedStep step in Composer.StreamAsync(Primer, cancellationToken: source.Token))
            {
                heard++;
                await source.CancelAsync();
            }
        });
        Assert.Equal(1, heard);
        Assert.ThrowsAny<OperationCanceledException>(() => Composer.Compose(Primer, cancellationToken: source.Token));
    }

    [Theory]
    [InlineData(4, "60", 1_000_000, "Expected 0 to 999999 steps after a primer of 1, found 1000000.")]
    [InlineData(4, "60 60", -1, "Expected 0 to 999998 steps after a primer of 2, found -1.")]
    [InlineData(8, "60", 1, "The lab encoding has 4 steps a quarter, the melody 8. Hear the song with this encoding.")]
    [InlineData(4, "60 110", 1, "The lab encoding has the pitches C1 to F7; step 1 of the melody is D8. Transpose it by octaves.")]
    public async Task What_cannot_be_gone_on_from_is_refused_with_the_reason(int stepsPerQuarter, string pitches, int steps, string message)
    {
        int[] numbers = [.. pitches.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        Melody primer = Melody.FromSoundingPitches(numbers, stepsPerQuarter);
        CompositionOptions options = new() { Steps = steps };

        Exception error = Assert.ThrowsAny<ArgumentException>(() => Composer.Compose(primer, options, Cancellation));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Exception streamed = await Assert.ThrowsAnyAsync<ArgumentException>(
            async () => await Composer.StreamAsync(primer, options, Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync());
        Assert.Equal(error.Message, streamed.Message);
    }

    private static Composition Compose(CompositionOptions options) => Composer.Compose(Primer, options, Cancellation);
}
