using System.Globalization;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Corpus;

/// <summary>One song of a corpus, a file or a tune of a file: the melody heard in it, or why it was left out.</summary>
public sealed record CorpusFile
{
    /// <summary>
    /// Where it is below the folder, with <c>/</c> between folders; for a single file its name. A tune of a file of several has its number
    /// after it, as in <c>reels.abc#12</c>. A tune of the songbook has its title.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a tune of the <see cref="Songbook"/>.</summary>
    public bool IsInSongbook { get; init; }

    /// <summary>The number of a tune in a file of several (<see cref="AbcTunebook.NumberOf"/>); null where the file is one song.</summary>
    public int? TuneNumber { get; init; }

    /// <summary>The title that an ABC tune states; null where it states none, and for MIDI.</summary>
    public string? Title { get; init; }

    /// <summary>Whether it carries the record of a composition: Tunesmith composed it, or bars of it. An ABC tune carries none.</summary>
    internal bool IsComposed { get; init; }

    /// <summary>The file it is in: <see cref="Path"/> without the number of a tune.</summary>
    public string File => TuneNumber is null ? Path : Path[..Path.LastIndexOf('#')];

    /// <summary>Why it was left out; null where it is learned from.</summary>
    public CorpusReason? LeftOut { get; init; }

    /// <summary>What of it is not learned though it could be heard, and why; of a file that is left out empty.</summary>
    public IReadOnlyList<CorpusReason> Missing { get; init; } = [];

    /// <summary>Why it was left out, in plain words, with an option that would keep it; null where it is learned from.</summary>
    public string? Reason => LeftOut?.Sentence("would keep it");

    /// <summary>What of it is not learned, in plain words, each with an option that would hear it.</summary>
    public IEnumerable<string> MissingInWords => Missing.Select(reason => reason.Sentence("would hear all"));

    /// <summary>The melody heard in it, also where it was left out as too short; null where it could not be read or heard.</summary>
    public Melody? Melody { get; init; }

    /// <summary>Which of its voices that is; null where the encoding has no such choice, or none was heard.</summary>
    public HeardVoice? Voice { get; init; }

    /// <summary>What is in it; null where it could not be read.</summary>
    public SongFacts? Facts { get; init; }

    /// <summary>Where a MIDI file breaks its format and was read all the same; empty for a sound file.</summary>
    public IReadOnlyList<MidiWarning> Warnings { get; init; } = [];

    /// <summary>Where an ABC tune breaks its format and was read all the same; empty for a sound tune.</summary>
    public IReadOnlyList<AbcWarning> AbcWarnings { get; init; } = [];

    /// <summary>The messages of all warnings.</summary>
    public IEnumerable<string> Trouble =>
        Warnings.Select(warning => warning.Message).Concat(AbcWarnings.Select(warning => warning.Message));

    /// <summary>Whether it is learned from.</summary>
    public bool IsUsed => LeftOut is null;

    /// <summary>Whether it is used, used in part, or left out.</summary>
    public CorpusFileStatus Status => !IsUsed ? CorpusFileStatus.LeftOut
        : Missing.Count > 0 ? CorpusFileStatus.PartlyUsed
        : CorpusFileStatus.Used;

    /// <summary>The steps of its melody; 0 where it has none.</summary>
    public int Steps => Melody?.Length ?? 0;

    /// <summary>
    /// The path without its extension; for a tune of a file of several with its number and title, as in <c>reels#12 Old Reel</c>; for one
    /// of the songbook its title.
    /// </summary>
    public string Name
    {
        get
        {
            if (IsInSongbook)
            {
                return Path;
            }

            string name = File[..^System.IO.Path.GetExtension(File).Length];
            return TuneNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name}#{number} {Title}").TrimEnd() : name;
        }
    }

    /// <summary>
    /// What excerpts and copies of one song share: the title, else the file's name without folders and extension, up to its first
    /// <c>" - "</c>, in small letters. "Pop/Some Song - Verse.mid" belongs to "some song". A tune without a title in a file of several has
    /// its number in its name.
    /// </summary>
    public string TitleGroup => WrittenTitle.ToLowerInvariant();

    /// <summary>The <see cref="TitleGroup"/> as it is written, with its capitals.</summary>
    public string WrittenTitle
    {
        get
        {
            string name = Title ?? System.IO.Path.GetFileName(Name);
            int dash = name.IndexOf(" - ", StringComparison.Ordinal);
            return (dash < 0 ? name : name[..dash]).Trim();
        }
    }

    /// <summary>Such as <c>my song: 257 steps</c>, or <c>my song: </c> and why it was left out.</summary>
    public override string ToString() => $"{Name}: "
        + (Reason ?? string.Create(CultureInfo.InvariantCulture, $"{Steps} {(Steps == 1 ? "step" : "steps")}"));
}
