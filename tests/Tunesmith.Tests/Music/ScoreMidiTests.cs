using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class ScoreMidiTests
{
    [Fact]
    public void A_nameless_track_with_nothing_stated_gives_only_its_notes()
    {
        Score score = new(220, [new ScoreTrack([new(55, new Pitch(72), 40, 0), new(110, new Pitch(72), 0, 0)], endTick: 300)]);
        byte[] expected =
        [
            0x4D, 0x54, 0x68, 0x64, 0x00, 0x00, 0x00, 0x06, // MThd, 6 bytes
            0x00, 0x01, 0x00, 0x01, 0x00, 0xDC, // format 1, 1 track, 220 ticks a quarter
            0x4D, 0x54, 0x72, 0x6B, 0x00, 0x00, 0x00, 0x0D, // MTrk, 13 bytes
            0x37, 0x90, 0x48, 0x28, // after 55 ticks: C5 on, velocity 40
            0x37, 0x80, 0x48, 0x00, // after 55 ticks: C5 off
            0x81, 0x3E, 0xFF, 0x2F, 0x00, // after 190 ticks: end of track
        ];
        Assert.Equal(expected, score.ToMidi().ToBytes());
    }

    [Fact]
    public void What_a_song_states_is_written_where_it_belongs()
    {
        Score score = new(
            96,
            [
                new ScoreTrack([], endTick: 400),
                new ScoreTrack([new(0, new Pitch(60), 64, 3), new(96, new Pitch(60), 0, 3)], "Lead", [new(0, 3, 24)], 200),
            ],
            new TempoMap([new(0, 400_000), new(300, 600_000)]),
            new MeterMap([new(0, new Meter(3, 4)), new(0, new Meter(6, 8), 1)]));
        MidiFile file = score.ToMidi();
        Assert.Equal((1, 96), (file.Format, file.Division.TicksPerQuarter));
        Assert.Equal(
            [MidiEvent.Tempo(0, 400_000), MidiEvent.TimeSignature(0, 3, 4), MidiEvent.Tempo(300, 600_000), MidiEvent.EndOfTrack(400)],
            file.Tracks[0].Events);
        Assert.Equal(
            [
                MidiEvent.TrackName(0, "Lead"),
                MidiEvent.TimeSignature(0, 6, 8),
                MidiEvent.ProgramChange(0, 3, 24),
                MidiEvent.NoteOn(0, 3, 60, 64),
                MidiEvent.NoteOff(96, 3, 60),
                MidiEvent.EndOfTrack(200),
            ],
            file.Tracks[1].Events);
    }

    [Fact]
    public void A_channel_takes_the_name_that_follows_its_prefix()
    {
        MidiTrack track = new(
        [
            MidiEvent.TrackName(0, "Song"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [2]), MidiEvent.OfText(0, MidiMetaType.InstrumentName, "Vocal"),
            MidiEvent.OfText(0, MidiMetaType.InstrumentName, "not the first"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [5]), MidiEvent.TrackName(0, "Bass"),
            MidiEvent.NoteOn(0, 5, 40, 64), MidiEvent.OfText(0, MidiMetaType.InstrumentName, "no channel's"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [16]), MidiEvent.OfText(0, MidiMetaType.InstrumentName, "no channel's"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, []), MidiEvent.OfText(0, MidiMetaType.InstrumentName, "no channel's"),
        ]);
        Score score = Score.FromMidi(new MidiFile(0, MidiDivision.PerQuarter(96), [track]));
        Assert.Equal("Song", score.Tracks[0].Name);
        Assert.Equal([new(2, "Vocal"), new(5, "Bass")], score.Tracks[0].ChannelNames);
    }

    [Fact]
    public void A_meter_keeps_its_place_among_the_keys_of_its_tick()
    {
        KeyEvent[] keys = [new(0, new Pitch(60), 64, 0), new(96, new Pitch(60), 0, 0), new(96, new Pitch(62), 64, 0)];
        Score score = new(96, [new ScoreTrack(keys)], meters: new MeterMap([new(96, new Meter(3, 4), KeysBefore: 2)]));
        MidiFile file = score.ToMidi();
        Assert.Equal(
            [MidiEvent.NoteOff(96, 0, 60), MidiEvent.TimeSignature(96, 3, 4), MidiEvent.NoteOn(96, 0, 62, 64), MidiEvent.EndOfTrack(96)],
            file.Tracks[0].Events.Skip(1));
        Assert.True(ScoreAssert.Same(score, Score.FromMidi(file)));
    }

    [Fact]
    public void Controllers_and_bends_keep_their_place_among_the_keys_of_their_tick()
    {
        MidiEvent[] events =
        [
            MidiEvent.ControlChange(0, 0, 7, 90),
            MidiEvent.NoteOn(0, 0, 60, 64),
            MidiEvent.PitchBend(0, 0, -100),
            MidiEvent.NoteOff(96, 0, 60),
            MidiEvent.ControlChange(96, 0, 64, 127),
            MidiEvent.NoteOn(96, 0, 62, 64),
            MidiEvent.ControlChange(96, 0, 64, 0),
            MidiEvent.EndOfTrack(120),
        ];
        ScoreTrack track = Assert.Single(Score.FromMidi(new MidiFile(1, MidiDivision.PerQuarter(96), [new MidiTrack(events)])).Tracks);
        Assert.Equal([new(0, 0, 7, 90, 0), new(96, 0, 64, 127, 2), new(96, 0, 64, 0, 3)], track.Controls);
        Assert.Equal([new PitchBend(0, 0, -100, 1)], track.Bends);
        Assert.Equal(events, Assert.Single(new Score(96, [track]).ToMidi().Tracks).Events);
    }

    [Fact]
    public void A_place_is_brought_within_the_keys_of_its_tick()
    {
        KeyEvent[] keys = [new(0, new Pitch(60), 64, 0), new(96, new Pitch(60), 0, 0), new(96, new Pitch(62), 64, 0)];
        ScoreTrack track = new(keys, controls: [new(96, 0, 64, 0, 9), new(96, 0, 64, 127)], bends: [new(500, 0, 1, -1)]);
        Assert.Equal([new(96, 0, 64, 127, 1), new(96, 0, 64, 0, 3)], track.Controls);
        Assert.Equal([new PitchBend(500, 0, 1, 3)], track.Bends);
        Assert.Equal(500, track.EndTick);
    }

    [Fact]
    public void Tempi_and_meters_are_gathered_from_all_tracks()
    {
        Score score = Score.FromMidi(new MidiFile(
            1,
            MidiDivision.PerQuarter(96),
            [
                new MidiTrack([MidiEvent.TimeSignature(0, 4, 4), MidiEvent.Tempo(500, 400_000)]),
                new MidiTrack(
                [
                    MidiEvent.TimeSignature(0, 3, 4),
                    MidiEvent.Tempo(0, 600_000),
                    MidiEvent.NoteOn(10, 9, 35, 0),
                    MidiEvent.NoteOn(20, 9, 35, 99),
                ]),
            ]));
        Assert.Equal([new(0, 600_000), new(500, 400_000)], score.Tempos.Changes);
        Assert.Equal([new(0, new Meter(4, 4), 0), new(0, new Meter(3, 4), 1)], score.Meters.Changes);
        Assert.Equal([new(10, new Pitch(35), 0, 9), new(20, new Pitch(35), 99, 9)], score.Tracks[1].Keys);
    }

    [Fact]
    public void A_tempo_of_0_a_meter_of_0_beats_and_payloads_too_short_are_passed_over()
    {
        Score score = Score.FromMidi(OneTrack(
            MidiDivision.PerQuarter(96),
            MidiEvent.Meta(0, MidiMetaType.Tempo, [0, 0, 0]),
            MidiEvent.Meta(0, MidiMetaType.Tempo, [1, 2]),
            MidiEvent.Meta(0, MidiMetaType.TimeSignature, [0, 2, 24, 8]),
            MidiEvent.Meta(0, MidiMetaType.TimeSignature, [3, 200, 24, 8])));
        Assert.Empty(score.Tempos.Changes);
        Assert.Equal(new Meter(3, 1 << 30), Assert.Single(score.Meters.Changes).Meter);
    }

    [Theory]
    [InlineData(25, 40, 500, 0)] // 1,000 ticks a second
    [InlineData(24, 1, 12, 0)]
    [InlineData(30, 80, 1200, 0)]
    [InlineData(25, 1, 12, 480_000)] // 12.5 ticks in half a second
    [InlineData(29, 4, 60, 500_500)] // 119.88 ticks a second
    public void Ticks_of_SMPTE_frames_make_a_quarter_of_half_a_second(int frameRate, int ticksPerFrame, int ticksPerQuarter, int tempo)
    {
        MidiDivision division = MidiDivision.Smpte(frameRate, ticksPerFrame);
        Score score = Score.FromMidi(OneTrack(division, MidiEvent.Tempo(0, 250_000), MidiEvent.EndOfTrack(60_000)));
        Assert.Equal(ticksPerQuarter, score.TicksPerQuarter);
        Assert.Equal(tempo == 0 ? [] : [tempo], score.Tempos.Changes.Select(change => change.MicrosecondsPerQuarter));
        Assert.Equal(60_000 / division.TicksPerSecond, score.Seconds, 1e-3);
    }

    [Fact]
    public void Patterns_of_format_2_play_one_after_another()
    {
        Score score = Score.FromMidi(new MidiFile(
            2,
            MidiDivision.PerQuarter(96),
            [
                new MidiTrack(
                [
                    MidiEvent.Tempo(0, 400_000),
                    MidiEvent.TimeSignature(0, 3, 4),
                    MidiEvent.NoteOn(0, 0, 60, 64),
                    MidiEvent.EndOfTrack(100),
                ]),
                new MidiTrack([MidiEvent.NoteOn(5, 0, 62, 64), MidiEvent.EndOfTrack(50)]),
            ]));
        Assert.Equal([0, 105], score.Tracks.SelectMany(track => track.Keys).Select(key => key.Tick));
        Assert.Equal(150, score.EndTick);
        Assert.Equal([new(0, 400_000), new(100, 500_000)], score.Tempos.Changes);
        Assert.Equal([new(0, new Meter(3, 4), 0), new(100, Meter.Common, 1)], score.Meters.Changes);
    }

    [Fact]
    public void Events_further_apart_than_a_file_can_say_are_bridged()
    {
        Score score = new(96, [new ScoreTrack([new(600_000_000, new Pitch(60), 64, 0)], endTick: 2_000_000_000)]);
        Assert.True(ScoreAssert.Same(score, Score.FromMidi(MidiFile.FromBytes(score.ToMidi().ToBytes()))));
    }

    [Fact]
    public void What_a_MIDI_file_cannot_hold_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new Score(96, [new ScoreTrack([], programs: [new(0, 0, 128)])]).ToMidi());
        Assert.Throws<InvalidOperationException>(() => new Score(96, [new ScoreTrack([], programs: [new(0, 16, 0)])]).ToMidi());
        Assert.Throws<InvalidOperationException>(() => new Score(96, [], new TempoMap([new(-1, 400_000)])).ToMidi());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Score(0, []));
        Assert.Throws<ArgumentException>(() => new ScoreTrack([new(5, new Pitch(60), 64, 0), new(4, new Pitch(60), 0, 0)]));
    }

    [Fact]
    public void A_song_is_saved_whole_or_not_at_all()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "song.mid");
            Score score = new(96, [new ScoreTrack([new(0, new Pitch(60), 64, 0)], "Tune", endTick: 96)]);
            score.Save(path);
            score.Save(path);
            Assert.True(ScoreAssert.Same(score, Score.Load(path)));
            Assert.ThrowsAny<IOException>(() => score.Save(Path.Combine(folder, "absent", "song.mid")));
            Directory.CreateDirectory(Path.Combine(folder, "taken.mid"));
            Assert.ThrowsAny<SystemException>(() => score.Save(Path.Combine(folder, "taken.mid")));
            Assert.Equal([path], Directory.GetFiles(folder));

            Assert.Throws<FileNotFoundException>(() => Score.Load(Path.Combine(folder, "absent.mid")));
            File.WriteAllText(path, "Not a song.");
            MidiFormatException exception = Assert.Throws<MidiFormatException>(() => Score.Load(path));
            Assert.Equal($"{path}: expected the header chunk 'MThd' at byte 0, found 'Not '. This is no MIDI file.", exception.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MidiFile OneTrack(MidiDivision division, params MidiEvent[] events) => new(0, division, [new MidiTrack(events)]);
}
