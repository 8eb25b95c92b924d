using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>The values of <see cref="RecordedChoice"/>s, as those who need them ask for them.</summary>
internal static class RecordedValues
{
    private const int MostPitches = Pitch.HighestNumber + 1;

    /// <summary>The MIDI numbers of pitches, ascending.</summary>
    public static int[] Of(PitchSet pitches) => [.. pitches.Pitches.Select(pitch => pitch.Number)];

    /// <summary>Its number.</summary>
    /// <exception cref="CompositionRecordException">It has none that can be.</exception>
    public static double RequireNumber(this RecordedChoice choice) => choice.Number ?? throw Wrong(choice, "a number", null);

    /// <summary>Its number, a whole one.</summary>
    /// <exception cref="CompositionRecordException">It has none that can be.</exception>
    public static int RequireWhole(this RecordedChoice choice) =>
        choice.RequireNumber() is var number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw Wrong(choice, "a whole number", choice.Number);

    /// <summary>Its pitches.</summary>
    /// <exception cref="CompositionRecordException">It has none that can be.</exception>
    public static PitchSet RequirePitches(this RecordedChoice choice) => choice.Pitches is { Count: <= MostPitches } numbers
        ? PitchSet.Of(numbers.Select(ToPitch))
        : throw Wrong(choice, $"at most {MostPitches} pitches", choice.Pitches?.Count);

    /// <summary>A pitch.</summary>
    /// <exception cref="CompositionRecordException">There is none of that number.</exception>
    public static Pitch ToPitch(int number) => number is >= Pitch.LowestNumber and <= Pitch.HighestNumber
        ? new Pitch(number)
        : throw new CompositionRecordException("pitches from 0 to 127", FormattableString.Invariant($"{number}"));

    /// <summary>Its key.</summary>
    /// <exception cref="CompositionRecordException">It has none that can be.</exception>
    public static Key RequireKey(this RecordedChoice choice) => Key.TryParse(choice.Key, out Key key)
        ? key
        : throw Wrong(choice, "the name of a key", choice.Key is { } name ? $"\"{name}\"" : null);

    /// <summary>Its melody.</summary>
    /// <exception cref="CompositionRecordException">It has none that can be.</exception>
    public static Melody RequireMelody(this RecordedChoice choice) => (choice.Melody ?? throw Wrong(choice, "a melody", null)).ToMelody();

    private static CompositionRecordException Wrong(RecordedChoice choice, string expected, object? found) =>
        new($"{expected} for \"{choice.Kind}\"", FormattableString.Invariant($"{found ?? "none"}"));
}
