using System.Diagnostics.CodeAnalysis;
using Tunesmith.Encoding.Lab;
using Tunesmith.Encoding.Voices;

namespace Tunesmith.Encoding;

/// <summary>The encodings by name.</summary>
public static class Encodings
{
    /// <summary>The steps of a quarter where nothing else is said: a step is a sixteenth.</summary>
    public const int UsualGrid = 4;

    /// <summary>The finest grid, in steps a quarter.</summary>
    public const int FinestGrid = StepGrid.Finest;

    private static readonly MelodyEncoding UsualMelody = new VoiceEncoding(MelodyVoice.Auto, UsualGrid);

    /// <summary>The classroom lab's encoding: the pitch that sounds, or a rest, at each sixteenth.</summary>
    public static MelodyEncoding Lab { get; } = new LabEncoding();

    /// <summary>Every encoding there is, in its usual form.</summary>
    public static IReadOnlyList<MelodyEncoding> All { get; } = [Lab, UsualMelody];

    /// <summary>The encoding <c>melody</c>: hold, rest, or the onset of a pitch, at each step of one voice.</summary>
    /// <param name="voice">Which voice of a song is heard; <see cref="MelodyVoice.Auto"/> where null.</param>
    /// <param name="grid">Steps in a quarter note; 1 to 48. 4 are sixteenths, 3 and 6 triplets, 12 both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid is out of its range.</exception>
    public static MelodyEncoding Melody(MelodyVoice? voice = null, int grid = UsualGrid) =>
        (voice is null || voice == MelodyVoice.Auto) && grid == UsualGrid
            ? UsualMelody
            : new VoiceEncoding(voice ?? MelodyVoice.Auto, grid);

    /// <summary>The encoding of a name, in small letters as <see cref="MelodyEncoding.Name"/> has it, in its usual form.</summary>
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

    /// <summary>The encoding of a name with a voice and a grid.</summary>
    /// <param name="name">In small letters, as <see cref="MelodyEncoding.Name"/> has it.</param>
    /// <param name="voice">Which voice of a song is heard.</param>
    /// <param name="grid">Steps in a quarter note; 1 to 48.</param>
    /// <exception cref="ArgumentException">
    /// No encoding has the name, or it has no such voice or grid; the message says what there is.
    /// </exception>
    public static MelodyEncoding ByName(string name, MelodyVoice voice, int grid)
    {
        MelodyEncoding encoding = ByName(name);
        if (grid is < 1 or > FinestGrid)
        {
            throw new ArgumentException($"Expected a grid of 1 to {FinestGrid} steps a quarter, found {grid}.");
        }

        if (encoding.Voice is not null)
        {
            return Melody(voice, grid);
        }

        return voice == MelodyVoice.Auto && grid == encoding.StepsPerQuarter
            ? encoding
            : throw new ArgumentException(
                $"The {name} encoding hears all voices on a grid of {encoding.StepsPerQuarter}; "
                + "leave voice and grid alone, or choose the encoding melody.");
    }

    /// <summary>Finds the encoding of a name, in its usual form.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryByName(string? name, [NotNullWhen(true)] out MelodyEncoding? encoding)
    {
        encoding = All.FirstOrDefault(candidate => candidate.Name == name);
        return encoding is not null;
    }
}
