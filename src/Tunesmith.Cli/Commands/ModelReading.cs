using Tunesmith.Cli.CommandLine;
using Tunesmith.Model;

namespace Tunesmith.Cli.Commands;

/// <summary>Reads model files for commands.</summary>
internal static class ModelReading
{
    /// <summary>Reads a model; what is wrong with it is said with its name.</summary>
    /// <exception cref="ToolException">There is no such file, or it is not a model.</exception>
    public static MelodyModel Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"there is no model {path}; tunesmith train FOLDER -o {path} would make one");
        }

        try
        {
            return MelodyModel.Load(path);
        }
        catch (ModelFormatException error)
        {
            throw new ToolException($"cannot read the model {path}: {error.Message}", error);
        }
    }
}
