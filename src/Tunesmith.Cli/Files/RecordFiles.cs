using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Corpus;
using Tunesmith.Music;

namespace Tunesmith.Cli.Files;

/// <summary>The record that stands beside a composed song: of <c>NAME.mid</c> it is <c>NAME.json</c>.</summary>
internal static class RecordFiles
{
    /// <summary>The record beside a song; null beside a device, where nothing can stand.</summary>
    /// <param name="song">The song's file.</param>
    public static string? Beside(string song) =>
        !string.IsNullOrWhiteSpace(song) && OutputFile.LeadsToDevice(song) ? null : CompositionRecord.PathBeside(song);

    /// <summary>The files of a song and its record, to be written.</summary>
    public static FileRole[] Written(string role, string song) => Beside(song) is { } record
        ? [new FileRole(role, song), new FileRole($"the record of {role}", record)]
        : [new FileRole(role, song)];

    /// <summary>
    /// Finds out before the work whether a record would take the place of a file that is none. Nobody has named that file: it only has
    /// the song's name.
    /// </summary>
    /// <param name="songs">The songs to be written.</param>
    /// <exception cref="ToolException">It would.</exception>
    public static void CheckReplaceable(IEnumerable<string> songs)
    {
        foreach (string song in songs)
        {
            if (Beside(song) is { } path && !CompositionRecord.IsReplaceable(path))
            {
                throw new ToolException(
                    $"the record of {song} would be written over {path}, which is no record of a song; "
                    + "move it away, or choose another name");
            }
        }
    }

    /// <summary>
    /// The tick from which a song was composed, as the record that it carries has it: its primer is a song that was given, and says nothing
    /// of what was made of it. 0 where it carries none, has no primer, or is another's song of which bars were composed anew.
    /// </summary>
    /// <param name="song">The song.</param>
    /// <param name="console">Where a record that cannot be read is told of.</param>
    /// <param name="otherwise">What is then done, as <c>all of it is drawn alike</c>.</param>
    public static long ComposedFrom(SongFile song, ToolConsole console, string otherwise)
    {
        try
        {
            return song.Midi is { } midi
                && CompositionRecord.TryRead(midi, out CompositionRecord? record)
                && record is { Written.WithPrimer: true, IsVariation: false }
                && record.PrimerMelody() is var primer
                    ? (long)primer.Length * song.Score.TicksPerQuarter / primer.StepsPerQuarter
                    : 0;
        }
        catch (CompositionRecordException error)
        {
            console.Warn($"the record that the song carries cannot be read, so that {otherwise}: {error.Message}");
            return 0;
        }
    }

    /// <summary>Writes a composed song with the record that it carries, and the record beside it.</summary>
    /// <param name="song">The song's file.</param>
    /// <param name="composition">The song.</param>
    /// <param name="form">In which form.</param>
    /// <param name="primerName">What its primer is called in the record.</param>
    public static void Save(string song, Composition composition, WrittenForm form, string primerName)
    {
        OutputFile.Write(song, stream => stream.Write(composition.ToMidi(form, primerName).ToBytes()));
        if (Beside(song) is { } path && TextOf(composition, form, primerName) is { } record)
        {
            OutputFile.WriteText(path, record);
        }
    }

    /// <summary>Writes a song of which bars were composed anew with the record that it carries, and the record beside it.</summary>
    /// <param name="file">The song's file.</param>
    /// <param name="song">The song.</param>
    /// <param name="record">Its record.</param>
    public static void Save(string file, Score song, CompositionRecord record)
    {
        OutputFile.Write(file, stream => stream.Write(record.AddTo(song.ToMidi()).ToBytes()));
        if (Beside(file) is { } path)
        {
            OutputFile.WriteText(path, record.ToJson() + "\n");
        }
    }

    /// <summary>The content of the file beside a song; null where there is no record.</summary>
    public static string? TextOf(Composition composition, WrittenForm form, string primerName) =>
        CompositionRecord.Of(composition, form, primerName) is { } record ? record.ToJson() + "\n" : null;
}
