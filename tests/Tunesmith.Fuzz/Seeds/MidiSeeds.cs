using Tunesmith.Corpus;
using Tunesmith.Midi;
using Tunesmith.Tests;

namespace Tunesmith.Fuzz.Seeds;

/// <summary>MIDI files to start from: small ones of every kind that our writer makes, the songbook, and the practice tunes.</summary>
internal static class MidiSeeds
{
    private const int LargestFile = 16_384;

    public static IEnumerable<byte[]> All() =>
    [
        .. Small().Select(file => file.ToBytes()),
        .. Songbook.Tunes.Select(tune => Songbook.Tune(tune).Score.ToMidi().ToBytes()),
        .. SeedFolder.Read(RepositoryFolder.PathOf("samples", "songs"), LargestFile),
    ];

    private static IEnumerable<MidiFile> Small()
    {
        MidiTrack notes = new([MidiEvent.NoteOn(0, 0, 60, 64), MidiEvent.NoteOff(96, 0, 60, 0), MidiEvent.NoteOn(96, 9, 36, 100)]);
        MidiTrack all = new(
        [
            MidiEvent.OfText(0, MidiMetaType.TrackName, "Melody"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [3]),
            MidiEvent.OfText(0, MidiMetaType.InstrumentName, "主旋律"),
            MidiEvent.Tempo(0, 500_000),
            MidiEvent.TimeSignature(0, 3, 4),
            MidiEvent.Meta(0, MidiMetaType.KeySignature, [0xFE, 1]),
            MidiEvent.Meta(0, MidiMetaType.SmpteOffset, [1, 2, 3, 4, 5]),
            MidiEvent.SystemExclusive(0, [0x7E, 0x7F, 0x09, 0x01, 0xF7]),
            MidiEvent.Escape(10, [0xF8]),
            MidiEvent.ProgramChange(10, 3, 5),
            MidiEvent.ControlChange(10, 3, 7, 100),
            MidiEvent.PitchBend(20, 3, -100),
            MidiEvent.KeyPressure(30, 3, 60, 1),
            MidiEvent.ChannelPressure(30, 3, 2),
            MidiEvent.NoteOn(40, 3, 60, 64),
            MidiEvent.NoteOn(88, 3, 60, 0),
            MidiEvent.Meta(100, MidiMetaType.SequencerSpecific, new byte[200]),
        ]);
        MidiDivision[] divisions =
            [MidiDivision.PerQuarter(96), MidiDivision.PerQuarter(1), MidiDivision.PerQuarter(32_767), MidiDivision.Smpte(29, 255)];
        foreach (MidiDivision division in divisions)
        {
            yield return new MidiFile(0, division, [notes]);
            yield return new MidiFile(1, division, [all, notes, notes]);
            yield return new MidiFile(2, division, [notes, all]);
        }

        yield return new MidiFile(1, MidiDivision.PerQuarter(480), []);
    }
}
