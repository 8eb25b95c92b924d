using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Songs that are learned in no time, and a recipe for them.</summary>
internal static class TinySongs
{
    /// <summary>A network of 12 units that looks at 8 steps, trained on batches of 20 windows.</summary>
    public static Recipe Recipe { get; } = Recipe.Lab with
    {
        Definition = Recipe.Lab.Definition with { Hidden = [12], Window = 8 },
        MinSteps = 10,
        Batch = 20,
        Steps = 5,
        LearningRate = 0.01,
    };

    /// <summary>A network that looks back, with something of all that the look-back recipe has.</summary>
    /// <param name="encoding">The name of the encoding.</param>
    public static Recipe LookBack(string encoding) => new()
    {
        Name = "small",
        Definition = new ModelDefinition
        {
            Encoding = encoding,
            Inputs = ["token", "sounding", "previous", "held", "position"],
            Copies = ["hold", "bars 0.5", "bars 1", "figure", "pitch", "sequence 0.5"],
            Skip = true,
            Hidden = [7],
            Window = 8,
        },
        MinSteps = 10,
        Scored = ScoredSteps.Every,
        Batch = 20,
        Steps = 12,
        LearningRate = 0.03,
        Schedule = new Schedule { WarmUp = 2, FinalShare = 0.1 },
        Clip = 1,
        Regularization = new Regularization { WeightDecay = 0.1, InputDropout = 0.1, OutputDropout = 0.3, Transpose = 3 },
        Initialization = InitialWeights.Small,
    };

    /// <summary>Three songs of 24, 31 and 38 steps: scales that go up, turn and pause, each at a pitch of its own.</summary>
    public static IReadOnlyList<TokenSequence> Sequences { get; } =
        In(Encodings.Lab);

    /// <summary>The songs in an encoding.</summary>
    public static TokenSequence[] In(MelodyEncoding encoding) => [.. Enumerable.Range(0, 3).Select(song => encoding.Encode(Melody(song)))];

    /// <summary>The melody of one song.</summary>
    public static Melody Melody(int song)
    {
        int[] pitches = new int[24 + (7 * song)];
        for (int step = 0; step < pitches.Length; step++)
        {
            int wave = step % 10 < 5 ? step % 10 : 10 - (step % 10);
            pitches[step] = step % 11 == 10 ? -1 : 55 + (4 * song) + (2 * wave);
        }

        return Tunesmith.Music.Melody.FromSoundingPitches(pitches);
    }

    /// <summary>A model of the recipe, trained for some steps.</summary>
    public static MelodyModel Train(int steps = 5, ulong seed = 1) =>
        Trainer.Train(Recipe with { Steps = steps, Seed = seed }, Sequences, new TrainingOptions { Threads = 1 }).Model;

    /// <summary>A model that looks back, trained to its end.</summary>
    public static MelodyModel TrainLookBack(string encoding, int threads = 1)
    {
        Recipe recipe = LookBack(encoding);
        return Trainer.Train(recipe, In(recipe.Definition.FindEncoding()), new TrainingOptions { Threads = threads }).Model;
    }
}
