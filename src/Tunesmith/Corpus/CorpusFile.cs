using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>One file of a corpus: the melody heard in it, or why it was left out.</summary>
public sealed record CorpusFile
{
    /// <summary>Where it is below the folder, with <c>/</c> between folders; for a single file its name.</summary>
    public required string Path { get; init; }

    /// <summary>Why it was left out, in plain words; null where it is learned from.</summary>
    public string? Reason { get; init; }

    /// <summary>The melody heard in it, also where it was left out as too short; null where it could not be read or heard.</summary>
    public Melody? Melody { get; init; }

    /// <summary>Which of its voices that is; null where the encoding has no such choice, or none was heard.</summary>
    public HeardVoice? Voice { get; init; }

    /// <summary>What is in it; null where it could not be read.</summary>
    public SongFacts? Facts { get; init; }

    /// <summary>Where the file breaks its format and was read all the same; empty for a sound file.</summary>
    public IReadOnlyList<MidiWarning> Warnings { get; init; } = [];

    /// <summary>Whether it is learned from.</summary>
    public bool Used => Reason is null;

    /// <summary>The steps of its melody; 0 where it has none.</summary>
    public int Steps => Melody?.Length ?? 0;

    /// <summary>The path without its extension.</summary>
    public string Name => Path[..^System.IO.Path.GetExtension(Path).Length];

    /// <summary>
    /// What excerpts and copies of one song share: the file's name, without folders and extension, up to its first <c>" - "</c>, in
    /// small letters. "Pop/Some Song - Verse.mid" belongs to "some song".
    /// </summary>
    public string TitleGroup
    {
        get
        {
            string name = System.IO.Path.GetFileNameWithoutExtension(Path);
            int dash = name.IndexOf(" - ", StringComparison.Ordinal);
            return (dash < 0 ? name : name[..dash]).Trim().ToLowerInvariant();
        }
    }
}
