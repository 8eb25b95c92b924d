using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Samplers;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing;

/// <summary>Composing with a network that looks back on the song and copies from it.</summary>
public sealed class LookBackComposingTests
{
    private static readonly Dictionary<string, MelodyModel> Models = new()
    {
        ["lab"] = TinySongs.TrainLookBack("lab"),
        ["melody"] = TinySongs.TrainLookBack("melody"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, ComposingContext> Ways => new()
    {
        { "lab", ComposingContext.Stream },
        { "lab", ComposingContext.Window },
        { "melody", ComposingContext.Stream },
        { "melody", ComposingContext.Window },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_prediction_is_the_networks_own_with_what_it_copies_and_adds_up_to_1(string encoding, ComposingContext context)
    {
        // In a window the network's memory begins anew; what looks back sees the whole song, as it does in training.
        MelodyModel model = Models[encoding];
        CompositionOptions options = new() { Steps = 30, Context = context, KeepProbabilities = true, Seed = 2 };
        Composition song = new Composer(model).Compose(TinySongs.Melody(2).Take(20), options, Cancellation);
        using NaivePrediction naive = new(model);
        for (int step = 0; step < 30; step++)
        {
            int? window = context == ComposingContext.Window ? model.Definition.Window : null;
            Assert.Equal(naive.After(song.Tokens[..(20 + step)], window), song.Probabilities[step]);
            Assert.Equal(1, song.Probabilities[step].Sum(), 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Song_i_of_many_is_the_one_that_the_seed_plus_i_gives(string encoding, ComposingContext context)
    {
        Composer composer = new(Models[encoding]);
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[1, 24]).Array[1, 9], Gen.Int[1, 3], Gen.ULong).Sample(
            (starts, threads, seed) =>
            {
                Melody[] primers = [.. starts.Select(start => TinySongs.Melody(start.Item1).Take(start.Item2))];
                CompositionOptions options = new() { Steps = 20, Seed = seed, Context = context, Sampling = [new TemperatureStep(1.3)] };
                IReadOnlyList<Composition> songs = composer.ComposeMany(primers, options, threads, Cancellation);
                for (int song = 0; song < primers.Length; song++)
                {
                    CompositionOptions own = options with { Seed = unchecked(seed + (ulong)song) };
                    Assert.Equal(composer.Compose(primers[song], own, Cancellation).Tokens.ToArray(), songs[song].Tokens.ToArray());
                }
            },
            iter: 8,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_stream_gives_the_same_song_step_by_step(string encoding, ComposingContext context)
    {
        Composer composer = new(Models[encoding]);
        Melody primer = TinySongs.Melody(0);
        CompositionOptions options = new() { Steps = 40, Context = context, Seed = 6 };
        Composition song = composer.Compose(primer, options, Cancellation);
        int index = primer.Length;
        await foreach (ComposedStep step in composer.StreamAsync(primer, options, Cancellation))
        {
            Assert.Equal((index, song.Tokens[index], song.Melody.Steps[index]), (step.Index, step.Token, step.Melody));
            index++;
        }

        Assert.Equal(song.Tokens.Length, index);
    }

    [Theory]
    [InlineData(ComposingContext.Stream)]
    [InlineData(ComposingContext.Window)]
    public void A_rest_is_never_held_however_likely_that_is(ComposingContext context)
    {
        // Holds and rests are all that is likely, and what stood some bars ago.
        MelodyModel model = Models["melody"];
        Parameters weights = new(model.Definition.CreateShape());
        float[] biases = new float[weights.Shape.Outputs];
        (biases[0], biases[1]) = (80, 79);
        biases.AsSpan(130).Fill(78);
        weights.Set("out.bo", biases);
        CompositionOptions options = new() { Steps = 2000, Context = context, Sampling = [new TemperatureStep(100)] };
        int[] tokens = new Composer(new MelodyModel(model.Definition, weights))
            .Compose(TinySongs.Melody(2), options, Cancellation).Tokens.ToArray();
        int rests = 0;
        for (int step = 1; step < tokens.Length; step++)
        {
            rests += tokens[step - 1] == 1 ? 1 : 0;
            Assert.False(tokens[step] == 0 && tokens[step - 1] == 1);
        }

        Assert.InRange(rests, 5, 1900);
    }

    [Fact]
    public void What_is_copied_is_heard()
    {
        // A network that trusts nothing but what stood a bar ago plays the last bar again and again.
        MelodyModel model = Models["lab"];
        Parameters weights = new(model.Definition.CreateShape());
        float[] biases = new float[weights.Shape.Outputs];
        biases[79 + 2] = 60;
        weights.Set("out.bo", biases);
        Melody primer = TinySongs.Melody(1).Take(20);
        Composition song = new Composer(new MelodyModel(model.Definition, weights))
            .Compose(primer, new CompositionOptions { Steps = 40 }, Cancellation);
        int[] sounding = song.Melody.SoundingPitches();
        Assert.Equal(Enumerable.Range(20, 40).Select(step => sounding[step - 16]), sounding[20..]);
    }
}
