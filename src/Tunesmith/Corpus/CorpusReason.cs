using Tunesmith.Encoding;

namespace Tunesmith.Corpus;

/// <summary>Why one song is left out, or what of it is not learned.</summary>
/// <param name="Cause">The sort of reason, the same for all songs that have it.</param>
/// <param name="Message">The reason in plain words, in small letters and without a full stop.</param>
/// <param name="CommandLineOption">
/// What to add to the command line to have the song, or all of it, such as <c>--min-steps 64</c>: tried on this song, so it does. Null
/// where no option helps.
/// </param>
public sealed record CorpusReason(CorpusCause Cause, string Message, string? CommandLineOption = null)
{
    /// <summary>What the songs of a cause have in common, in plain words.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="options">How the songs were heard.</param>
    public static string InCommon(CorpusCause cause, CorpusOptions options) => cause switch
    {
        CorpusCause.Empty => "the file is empty",
        CorpusCause.Unreadable => "cannot be opened",
        CorpusCause.TooBig => FormattableString.Invariant($"larger than {SongFile.MostBytes >> 20} MB"),
        CorpusCause.NotASong => "not a song that can be read",
        CorpusCause.BrokenTune => "a tune that cannot be read",
        CorpusCause.BreaksFormat => "breaks its format, which --strict does not take",
        CorpusCause.NoMelody => "no melody: no note, or none but the drums'",
        CorpusCause.NoSuchVoice => FormattableString.Invariant($"no notes in {options.Encoding.Voice}"),
        CorpusCause.TooLong => FormattableString.Invariant($"longer than {options.MaxMinutes:0.##} minutes"),
        CorpusCause.TooManySteps => FormattableString.Invariant($"more than {MelodyEncoding.MaxSteps:N0} steps"),
        CorpusCause.TooShort => FormattableString.Invariant($"shorter than {options.MinSteps} steps"),
        CorpusCause.OddMeter => "the lab encoding stops at a meter that has neither 2 nor 4 beats",
        CorpusCause.Damaged => "cut off or damaged",
        CorpusCause.NotAllPlayed => "not all that is written is played",
        CorpusCause.Crowded => "notes too close together for the grid",
        CorpusCause.OutOfRange => "notes too high for the encoding",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Expected a cause."),
    };

    /// <summary>The message, and the option where there is one, in a sentence.</summary>
    /// <param name="does">What the option does, such as <c>would keep it</c>.</param>
    internal string Sentence(string does) => CommandLineOption is null ? Message : $"{Message}; {CommandLineOption} {does}";
}
