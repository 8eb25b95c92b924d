using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Files;

/// <summary>Reads model files for commands.</summary>
internal static class ModelReading
{
    /// <summary>What the model that comes with Tunesmith is called in messages.</summary>
    public const string StarterName = "the starter model";

    /// <summary>Reads a model, or the one that comes with Tunesmith where none is named.</summary>
    /// <exception cref="ToolException">There is no such file, or it is not a model.</exception>
    public static MelodyModel LoadOrStarter(string? path) => path is null ? MelodyModel.LoadStarter() : Load(path);

    /// <summary>Reads a model; what is wrong with it is said with its name.</summary>
    /// <exception cref="UsageException">The name is empty.</exception>
    /// <exception cref="ToolException">There is no such file, or it is not a model.</exception>
    public static MelodyModel Load(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("the name of the model is empty; give one");
        }

        if (Directory.Exists(path))
        {
            throw new ToolException($"{path} is a folder; name the model file that tunesmith train has written");
        }

        if (!File.Exists(path))
        {
            throw new ToolException($"there is no model {path}; tunesmith train FOLDER -o {path} would make one");
        }

        try
        {
            // Pipes and devices say that they have no length. Opening them could wait forever.
            FileInfo info = new(path);
            long length = info.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : info.Length;
            return length > 0
                ? MelodyModel.FromBytes(File.ReadAllBytes(path))
                : throw new ToolException($"cannot read the model {path}: it is empty, or a pipe or device; name a model file");
        }
        catch (Exception error) when (error is ModelFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read the model {path}: {error.Message}", error);
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
