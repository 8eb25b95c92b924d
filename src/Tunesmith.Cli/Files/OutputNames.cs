using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Files;

/// <summary>What the names of files to write may end in, so that what is in a file is what its name says.</summary>
internal static class OutputNames
{
    private static readonly string[] Songs = [".mid", ".midi"];

    /// <summary>Endings that promise something else than a model.</summary>
    private static readonly string[] NoModels =
    [
        ".mid", ".midi", ".kar", ".smf", ".abc", ".wav", ".mp3", ".ogg", ".flac", ".txt", ".json", ".jsonl", ".csv", ".html", ".pdf",
        ".svg", ".png", ".jpg",
    ];

    /// <summary>Requires the name of a MIDI file, or a device.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="instead">What makes other files of a song, as the end of the message; empty for nothing.</param>
    /// <exception cref="UsageException">The name ends in something else.</exception>
    public static void RequireMidi(string path, string instead = "")
    {
        if (!OutputFile.LeadsToDevice(path) && !Songs.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"--output takes a name that ends in .mid, not {path}{instead}");
        }
    }

    /// <summary>Refuses the name of a file of another kind for a model.</summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="UsageException">The name is one of a song, a sound, a text or a page.</exception>
    public static void RefuseOtherThanModel(string path)
    {
        if (!OutputFile.LeadsToDevice(path) && NoModels.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
        {
            string meant = Path.ChangeExtension(path, ".safetensors");
            throw new UsageException($"--output takes the name of a model, such as {meant}, not {path}");
        }
    }
}
