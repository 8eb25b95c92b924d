using Tunesmith.Encoding;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Fuzz.Seeds;

/// <summary>Models and checkpoints to start from: tiny networks of several kinds, trained for a step or two.</summary>
internal static class ModelSeeds
{
    private static readonly Recipe Lab = Recipe.Lab with
    {
        Definition = Recipe.Lab.Definition with { Hidden = [1], Window = 8 },
        MinSteps = 10,
        Batch = 2,
        Steps = 2,
    };

    private static readonly Recipe LookBack = Recipe.LookBack with
    {
        Definition = Recipe.LookBack.Definition with
        {
            Hidden = [1, 2],
            Window = 8,
            Inputs = ["position", "held"],
            Copies = ["hold", "bars 1"],
            Skip = false,
        },
        MinSteps = 2,
        Batch = 2,
        Steps = 2,
        Validation = new Validation { Share = 0.5, Every = 1 },
    };

    private static readonly Recipe LabWithRests = Lab with { Definition = Lab.Definition with { RestIsToken = true } };

    public static IEnumerable<byte[]> All() => [.. Files(Lab), .. Files(LabWithRests), .. Files(LookBack)];

    /// <summary>The model of a recipe, and the checkpoint on the way there.</summary>
    private static List<byte[]> Files(Recipe recipe)
    {
        MelodyEncoding encoding = recipe.Definition.FindEncoding();
        TokenSequence[] songs = [.. Enumerable.Range(0, 4).Select(song => encoding.Encode(Song(song), $"song {song}"))];
        List<byte[]> files = [];
        TrainingOptions options = new()
        {
            Threads = 1,
            CheckpointEvery = 1,
            SaveCheckpoint = checkpoint => files.Add(checkpoint.ToBytes()),
        };
        files.Add(Trainer.Train(recipe, songs, options).Model.ToBytes());
        return files;
    }

    private static Melody Song(int song) =>
        Melody.FromSoundingPitches([.. Enumerable.Range(0, 24).Select(step => 50 + (((song * 3) + step) % 20))]);
}
