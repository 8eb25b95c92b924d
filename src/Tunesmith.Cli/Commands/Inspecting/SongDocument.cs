using System.Text.Json.Serialization;
using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What <c>tunesmith inspect FILE --json</c> reports. Tracks, channels and programs count from 0, as in the file.</summary>
internal sealed record SongDocument
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    /// <summary>The MIDI format: 0, 1 or 2; null for ABC.</summary>
    public required int? Format { get; init; }

    /// <summary>The titles that an ABC tune states; absent for MIDI.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string[]? Titles { get; init; }

    /// <summary>
    /// The header's division as it stands: ticks in a quarter; from 32,768 on it is <see cref="Smpte"/> in one number. Where it is no
    /// length of a tick (0), a warning says what is taken instead.
    /// </summary>
    public required int Division { get; init; }

    /// <summary>Frames a second and ticks in a frame where ticks divide seconds; else null.</summary>
    public required SmpteDocument? Smpte { get; init; }

    /// <summary>How many tracks there are.</summary>
    public required int Tracks { get; init; }

    /// <summary>How many note-ons with a velocity over 0 there are.</summary>
    public required int Notes { get; init; }

    /// <summary>How many tempo events there are.</summary>
    public required int Tempos { get; init; }

    /// <summary>The time signatures track by track: tick, numerator, denominator.</summary>
    public required long[][] Meters { get; init; }

    /// <summary>The tick at which the longest track ends.</summary>
    public required long LastTick { get; init; }

    /// <summary>How long it lasts in bars; of format 2 with its patterns one after another.</summary>
    public required double Bars { get; init; }

    /// <summary>How long it lasts in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The MIDI number of the lowest note; null where there is none.</summary>
    public required int? Lowest { get; init; }

    /// <summary>The MIDI number of the highest note; null where there is none.</summary>
    public required int? Highest { get; init; }

    /// <summary>What each channel of each track plays.</summary>
    public required PartDocument[] Parts { get; init; }

    /// <summary>Where the file breaks its format.</summary>
    public required MidiWarning[] Warnings { get; init; }

    /// <summary>Where an ABC tune breaks its format; absent for MIDI.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required AbcWarning[]? AbcWarnings { get; init; }

    /// <summary>The encoding that the melody is heard with.</summary>
    public required string Encoding { get; init; }

    /// <summary>Steps in a quarter note.</summary>
    public required int Grid { get; init; }

    /// <summary>Which voice is heard; absent where the encoding has no such choice, or none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required VoiceDocument? Voice { get; init; }

    /// <summary>Whether it would be learned from.</summary>
    public required bool Used { get; init; }

    /// <summary><c>used</c>, <c>partly</c> or <c>leftOut</c>, as a folder's file has it.</summary>
    public required string Status { get; init; }

    /// <summary>Why it would not be, or only in part, with what would help; null where it would.</summary>
    public required string? Reason { get; init; }

    /// <summary>What to add to the command line to have it, or all of it; null where nothing helps or is needed.</summary>
    public required string? Suggestion { get; init; }

    /// <summary>The sorts of reasons; absent where it would be used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required CorpusCause[]? Causes { get; init; }

    /// <summary>The steps of its melody; 0 where none could be heard.</summary>
    public required int Steps { get; init; }

    /// <summary>The share of the melody's bars that have stood before in it, 0 to 1; null where there is no whole bar.</summary>
    public required double? RecurringBars { get; init; }

    /// <summary>A MIDI pitch for each step, -1 for a rest; absent where not asked for or not heard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int[]? Melody { get; init; }

    /// <summary>The steps at which a note is struck; absent where the encoding does not know, and where there is no melody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int[]? Onsets { get; init; }

    /// <summary>Describes a song.</summary>
    public static SongDocument Of(SongFile file, CorpusFile heard, CorpusOptions options, bool withMelody)
    {
        Score score = file.Score;
        MidiFile midi = file.Midi ?? score.ToMidi(); // what counts of a tune is what it is as MIDI
        MidiEvent[] events = [.. midi.Tracks.SelectMany(track => track.Events)];
        SongFacts facts = SongFacts.Of(score);
        return new SongDocument
        {
            File = heard.Path,
            Format = file.Midi?.Format,
            Titles = file.Tune is { } tune ? [.. tune.Titles] : null,
            Division = file.HeaderDivision ?? midi.Division.TicksPerQuarter,
            Smpte = midi.Division.IsSmpte ? new SmpteDocument(midi.Division.FrameRate, midi.Division.TicksPerFrame) : null,
            Tracks = midi.Tracks.Count,
            Notes = events.Count(midiEvent => midiEvent.IsPress),
            Tempos = events.Count(midiEvent => midiEvent.MetaType == MidiMetaType.Tempo),
            Meters = [.. events.Select(MeterOf).OfType<long[]>()],
            LastTick = midi.Tracks.Select(track => track.EndTick).DefaultIfEmpty().Max(),
            Bars = score.Meters.BarsBefore(score.EndTick, score.TicksPerQuarter),
            Seconds = score.Seconds,
            Lowest = facts.Lowest?.Number,
            Highest = facts.Highest?.Number,
            Parts = [.. SongPart.Of(score).Select(PartDocument.Of)],
            Warnings = [.. file.Midi?.Warnings ?? []],
            AbcWarnings = file.Tune is null ? null : [.. file.Tune.Warnings],
            Encoding = options.Encoding.Name,
            Grid = options.Encoding.StepsPerQuarter,
            Voice = VoiceDocument.Of(heard),
            Used = heard.IsUsed,
            Status = FileDocument.StatusOf(heard),
            Reason = FileDocument.ReasonOf(heard),
            Suggestion = FileDocument.SuggestionFor(heard),
            Causes = FileDocument.CausesOf(heard),
            Steps = heard.Steps,
            RecurringBars = heard.Melody is { } melody ? Analysis.RecurringBars.Of(melody).Share : null,
            Melody = withMelody ? heard.Melody?.SoundingPitches() : null,
            Onsets = withMelody ? VoiceDocument.OnsetsOf(heard) : null,
        };
    }

    private static long[]? MeterOf(MidiEvent midiEvent) => midiEvent.TryGetTimeSignature(out int numerator, out int denominator)
        ? [midiEvent.Tick, numerator, denominator]
        : null;
}

/// <summary>How ticks divide seconds.</summary>
/// <param name="FrameRate">The frame rate by its SMPTE name: 24, 25, 29 (30 drop frame) or 30.</param>
/// <param name="TicksPerFrame">Ticks in a frame.</param>
internal sealed record SmpteDocument(int FrameRate, int TicksPerFrame);

/// <summary>What one channel of one track plays; <see cref="SongPart"/> says what each is.</summary>
internal sealed record PartDocument(int Track, string Name, int? Channel, int[] Programs, int Notes, int? Lowest, int? Highest)
{
    /// <summary>Describes a part.</summary>
    public static PartDocument Of(SongPart part) => new(
        part.Track, part.Name, part.Channel, [.. part.Programs], part.Notes, part.Lowest?.Number, part.Highest?.Number);
}
