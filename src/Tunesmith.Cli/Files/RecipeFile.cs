using Tunesmith.Cli.CommandLine;
using Tunesmith.Training;

namespace Tunesmith.Cli.Files;

/// <summary>Finds the recipe that a command line names: one of those with a name of their own, or one in a file.</summary>
internal static class RecipeFile
{
    /// <summary>The longest text that is read; no recipe is half as long.</summary>
    private const int LongestText = (1 << 20) + 1;

    /// <summary>The recipe of a name, or else the one in the file of that name.</summary>
    /// <exception cref="UsageException">There is neither.</exception>
    /// <exception cref="ToolException">The file holds no recipe, or one whose choices do not make sense.</exception>
    public static Recipe Find(string nameOrPath)
    {
        if (Recipe.All.FirstOrDefault(recipe => recipe.Name == nameOrPath) is { } known)
        {
            return known;
        }

        if (!File.Exists(nameOrPath))
        {
            string names = string.Join(", ", Recipe.All.Select(recipe => recipe.Name));
            throw new UsageException(
                $"there is no recipe and no file \"{nameOrPath}\"; choose one of: {names}, or name a file that --print-recipe wrote");
        }

        try
        {
            Recipe recipe = Recipe.FromJson(Read(nameOrPath));
            recipe.Validate();
            return recipe;
        }
        catch (RecipeException error)
        {
            throw new ToolException($"cannot use the recipe {nameOrPath}: {error.Message}", error);
        }
    }

    /// <summary>The same, but that one from a file has the file's name, so that it can stand beside others in a table.</summary>
    /// <exception cref="UsageException">There is neither.</exception>
    /// <exception cref="ToolException">The file holds no recipe, or one whose choices do not make sense.</exception>
    public static Recipe Named(string nameOrPath)
    {
        Recipe recipe = Find(nameOrPath);
        return IsName(nameOrPath) ? recipe : recipe with { Name = Path.GetFileNameWithoutExtension(nameOrPath) };
    }

    /// <summary>Whether a recipe has the name, so that no file is read.</summary>
    public static bool IsName(string nameOrPath) => Recipe.All.Any(recipe => recipe.Name == nameOrPath);

    // A device may have no end.
    private static string Read(string path)
    {
        using StreamReader reader = new(path);
        char[] text = new char[LongestText];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
