using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <content>In files: as JSON, and as a text event of a MIDI file.</content>
public sealed partial record CompositionRecord
{
    /// <summary>The longest record that is read, in bytes.</summary>
    public const int MostBytes = 64_000_000;

    /// <summary>The file in which the record of a song stands beside it: of <c>NAME.mid</c> it is <c>NAME.json</c>.</summary>
    /// <param name="song">The song's file; where its name is none of a MIDI file, <c>.json</c> is added to it.</param>
    public static string PathBeside(string song) =>
        SongFormat.IsMidi(song) ? Path.ChangeExtension(song, ".json") : song + ".json";

    /// <summary>
    /// Whether a record may be written to a file: nothing is there, or an empty file, or another record. A record's file is named after its
    /// song, so that nobody has looked at what else may have that name.
    /// </summary>
    /// <param name="path">The file.</param>
    public static bool IsReplaceable(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length == 0)
        {
            return true;
        }

        try
        {
            return file.Length <= MostBytes && FromJson(File.ReadAllBytes(path)) is not null;
        }
        catch (Exception error) when (error is CompositionRecordException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The record as JSON on one line, of ASCII alone: the same for the same composition.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, RecordJson.Default.CompositionRecord);

    /// <summary>The content of the file beside a song: the JSON and the end of its line.</summary>
    internal byte[] ToFile() => System.Text.Encoding.ASCII.GetBytes(ToJson() + "\n");

    /// <summary>Reads a record.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="CompositionRecordException">It is damaged, of another format, or says what cannot be.</exception>
    public static CompositionRecord FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            CompositionRecordException.Check(json.Length <= MostBytes, $"a record of at most {MostBytes} bytes", json.Length);
            CompositionRecord record = JsonSerializer.Deserialize(json, RecordJson.Default.CompositionRecord)
                ?? throw new CompositionRecordException("a record", "null");
            record.Validate();
            return record;
        }
        catch (JsonException error)
        {
            string place = FormattableString.Invariant($"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            throw new CompositionRecordException("the record of a composition", $"other JSON, or none, at {place}", error);
        }
    }

    /// <summary>Reads a record.</summary>
    /// <inheritdoc cref="FromJson(ReadOnlySpan{byte})"/>
    public static CompositionRecord FromJson(string json) => FromJson(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Reads the record that a MIDI file carries: the first text event, in whatever track, that begins like one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="record">The record, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="CompositionRecordException">There is one, but it is damaged, of another format, or says what cannot be.</exception>
    public static bool TryRead(MidiFile file, [NotNullWhen(true)] out CompositionRecord? record)
    {
        record = CompositionText.Find(file) is { } text ? FromJson(text.Payload.Span[CompositionText.Beginning.Length..]) : null;
        return record is not null;
    }

    /// <summary>A MIDI file with the record as a text event at the beginning of its first track, after the track's name.</summary>
    public MidiFile AddTo(MidiFile file)
    {
        MidiEvent text = MidiEvent.OfText(0, MidiMetaType.Text, CompositionText.Beginning + ToJson());
        MidiEvent[] first = file.Tracks.Count == 0 ? [] : [.. file.Tracks[0].Events];
        int place = first.Length > 0 && first[0] is { Tick: 0, MetaType: MidiMetaType.TrackName } ? 1 : 0;
        MidiTrack track = new([.. first[..place], text, .. first[place..]]);
        return new MidiFile(file.Format, file.Division, [track, .. file.Tracks.Skip(1)]);
    }
}
