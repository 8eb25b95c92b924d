using Tunesmith.Cli.CommandLine;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music.Abc;
using Tunesmith.Training;

namespace Tunesmith.Cli.Files;

/// <summary>Reads model files for commands.</summary>
internal static class ModelReading
{
    /// <summary>What the model that comes with Tunesmith is called in messages.</summary>
    public const string StarterName = "the starter model";

    /// <summary>Reads a model, or the one that comes with Tunesmith where none is named.</summary>
    /// <param name="path">The model's file; null where none is named.</param>
    /// <param name="adviceForSong">What to do where it is a song; null for the usual.</param>
    /// <exception cref="ToolException">There is no such file, or it is not a model.</exception>
    public static MelodyModel LoadOrStarter(string? path, string? adviceForSong = null) =>
        path is null ? MelodyModel.LoadStarter() : Load(path, adviceForSong);

    /// <summary>Reads a model; what is wrong with it is said with its name.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="adviceForSong">What to do where it is a song; null for the usual.</param>
    /// <exception cref="UsageException">The name is empty.</exception>
    /// <exception cref="ToolException">There is no such file, or it is not a model.</exception>
    public static MelodyModel Load(string path, string? adviceForSong = null)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the model is empty; give one");
        }

        if (Directory.Exists(path))
        {
            throw new ToolException($"{path} is a folder; name the model file that tunesmith train has written");
        }

        string song = $"{path} is a song, not a model; {adviceForSong ?? "name a model that tunesmith train has written"}";
        if (!File.Exists(path))
        {
            if (IsSong(path))
            {
                throw new ToolException(song); // of the songbook, or a tune of a file
            }

            string advice = LikelyMeant.ByPath(path) is { } meant
                ? $"did you mean {meant}?"
                : $"tunesmith train FOLDER -o {TypedCommand.Quoted(path)} would make one";
            throw new ToolException($"there is no model {path}; {advice}");
        }

        byte[] bytes = [];
        try
        {
            // Pipes and devices say that they have no length. Opening them could wait forever.
            FileInfo info = new(path);
            long length = info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
            bytes = length > 0
                ? File.ReadAllBytes(path)
                : throw new ToolException($"cannot read the model {path}: it is empty, or a pipe or device; name a model file");
            return MelodyModel.FromBytes(bytes);
        }
        catch (Exception error) when (error is ModelFormatException or IOException or UnauthorizedAccessException)
        {
            string reason = error is ModelFormatException && !BeginsAsModel(bytes)
                ? "it is no model; name one that tunesmith train has written"
                : error.Message;
            throw new ToolException(IsSong(path) ? song : $"cannot read the model {path}: {reason}", error);
        }
    }

    /// <summary>Whether a file begins with a list of tensors, behind the 8 bytes of its length.</summary>
    private static bool BeginsAsModel(byte[] bytes) => bytes is [_, _, _, _, _, _, _, _, (byte)'{', ..];

    /// <summary>Whether a path is that of a song that can be read: a MIDI or ABC file, or a tune of the songbook.</summary>
    private static bool IsSong(string path)
    {
        try
        {
            _ = SongFile.Load(path);
            return true;
        }
        catch (Exception error) when (error is MidiFormatException or AbcFormatException or CorpusException or IOException
            or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The recipe that a model was trained by; the default one where it does not say.</summary>
    /// <exception cref="ToolException">What it says is not a recipe.</exception>
    public static Recipe RecipeOf(MelodyModel model, string path)
    {
        try
        {
            Recipe recipe = Recipe.Of(model) ?? new Recipe();
            recipe.Validate();
            return recipe;
        }
        catch (RecipeException error)
        {
            throw new ToolException($"cannot read the recipe in the model {path}: {error.Message}; train the model again", error);
        }
    }
}
