using System.Diagnostics.CodeAnalysis;

namespace Tunesmith.Encoding;

/// <summary>The encodings by name.</summary>
public static class Encodings
{
    /// <summary>The classroom lab's encoding: the pitch that sounds, or a rest, at each sixteenth.</summary>
    public static MelodyEncoding Lab { get; } = new LabEncoding();

    /// <summary>Every encoding there is.</summary>
    public static IReadOnlyList<MelodyEncoding> All { get; } = [Lab];

    /// <summary>The encoding of a name, in small letters as <see cref="MelodyEncoding.Name"/> has it.</summary>
    /// <exception cref="ArgumentException">No encoding has the name; the message lists those that there are.</exception>
    public static MelodyEncoding ByName(string name)
    {
        if (TryByName(name, out MelodyEncoding? encoding))
        {
            return encoding;
        }

        string known = string.Join(", ", All.Select(known => known.Name));
        throw new ArgumentException($"There is no encoding named \"{name}\"; choose one of: {known}.");
    }

    /// <summary>Finds the encoding of a name.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryByName(string? name, [NotNullWhen(true)] out MelodyEncoding? encoding)
    {
        encoding = All.FirstOrDefault(candidate => candidate.Name == name);
        return encoding is not null;
    }
}
