using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using static Tunesmith.Tests.Encoding.Songs;

namespace Tunesmith.Tests.Encoding.Voices;

/// <summary>How the melody encoding hears songs of 32 ticks a quarter: a step of the usual grid is 8 ticks.</summary>
public sealed class VoiceHearingTests
{
    [Fact]
    public void A_note_struck_again_is_heard_twice() =>
        Assert.Equal("C4 - C4 - - rest D4", Hear(Song(Track(0, On(0, 60), Off(16, 60), On(16, 60), Off(40, 60), On(48, 62), Off(56, 62)))));

    [Fact]
    public void Onsets_and_ends_move_to_the_nearest_step_and_from_halfway_on() =>
        Assert.Equal("C4 - D4 rest E4 -", Hear(Notes((3, 12, 60), (19, 8, 62), (28, 19, 64))));

    [Fact]
    public void A_note_lasts_one_step_at_the_least() => Assert.Equal(
        "C4 rest D4 rest E4",
        Hear(Song(Track(0, On(0, 60), Off(0, 60), On(16, 62), Off(17, 62), On(33, 64), Off(36, 64)))));

    [Fact]
    public void The_silence_before_the_first_note_is_kept_and_that_after_the_last_is_not() =>
        Assert.Equal("rest rest rest C4", Hear(Song(Track(640, On(24, 60), Off(32, 60)))));

    [Fact]
    public void A_lower_note_does_not_cut_a_higher_one_that_sounds_and_comes_out_where_it_ends() =>
        Assert.Equal("G4 - - C4 rest E4", Hear(Notes((0, 24, 67), (8, 24, 60), (40, 8, 64))));

    [Fact]
    public void A_chord_is_heard_by_its_highest_note_or_by_its_lowest()
    {
        Score song = Notes((0, 16, 60), (0, 8, 64), (0, 24, 55));
        Assert.Equal("E4 C4 G3", Hear(song, MelodyVoice.Highest));
        Assert.Equal("G3 - -", Hear(song, MelodyVoice.Lowest));
    }

    [Fact]
    public void Where_voices_cross_the_higher_is_heard()
    {
        ScoreTrack rising = Track(0, On(0, 60), Off(16, 60), On(16, 67), Off(32, 67));
        ScoreTrack falling = Track(0, On(0, 64), Off(16, 64), On(16, 62), Off(32, 62));
        Assert.Equal("E4 - G4 -", Hear(Song(rising, falling)));
        Assert.Equal("C4 - D4 -", Hear(Song(rising, falling), MelodyVoice.Lowest));
    }

    [Fact]
    public void The_drums_are_never_heard()
    {
        Score song = Song(Track(0, On(0, 60), On(0, 81, 9), Off(8, 60), Off(16, 81, 9)));
        Assert.Equal("C4", Hear(song));
        Assert.Equal("C4", Hear(song, MelodyVoice.Track(0)));
        Assert.Equal("no melody: only drums play", Refuse(Song(Track(0, On(0, 81, 9), Off(16, 81, 9))), MelodyVoice.Auto));
        Assert.Equal("no melody: there is no note", Refuse(Song(), MelodyVoice.Auto));
    }

    [Fact]
    public void A_track_or_a_channel_is_heard_alone()
    {
        Score song = Song(Track(0, On(0, 72), Off(8, 72)), Track(0, On(0, 60), On(0, 48, 4), Off(8, 60), Off(16, 48, 4)));
        Assert.Equal("C4 C3", Hear(song, MelodyVoice.Track(1)));
        Assert.Equal("C3 -", Hear(song, MelodyVoice.Channel(4)));
        Assert.Equal("no melody: there is no track 2, its tracks are numbered 0 to 1", Refuse(song, MelodyVoice.Track(2)));
        Assert.Equal("no melody: channel 3 has no note, 0, 4 have", Refuse(song, MelodyVoice.Channel(3)));
        Score drums = Song(Track(0, On(0, 60), Off(8, 60)), Track(0, On(0, 40, 9), Off(8, 40, 9)), Track(0));
        Assert.Equal("no melody: track 1 has no note but the drums'", Refuse(drums, MelodyVoice.Track(1)));
        Assert.Equal("no melody: track 2 has no note", Refuse(drums, MelodyVoice.Track(2)));
    }

    [Fact]
    public void Auto_takes_the_track_whose_name_fits_best()
    {
        ScoreTrack[] tracks =
            [Named("Piano", 72), Named("lead guitar", 67), Named("Lead Vocal", 64), Named("Backing Vocal", 60), Named("Vocal 2", 55)];
        HeardVoice? heard = Encodings.Melody().VoiceOf(new Score(32, tracks));
        Assert.Equal((MelodyVoice.Track(2), "Lead Vocal", "track 2, \"Lead Vocal\""), (heard?.Voice, heard?.Name, heard?.ToString()));
        Assert.Equal("E4", Hear(new Score(32, tracks)));

        HeardVoice? unnamed = Encodings.Melody().VoiceOf(new Score(32, [Named("Piano", 72), Named("Bass", 40)]));
        Assert.Equal((MelodyVoice.Highest, 2, "the highest notes of all tracks"), (unnamed?.Voice, unnamed?.Notes, unnamed?.ToString()));
    }

    [Fact]
    public void Auto_passes_over_a_track_of_that_name_without_notes()
    {
        ScoreTrack drums = new(new[] { On(0, 90, 9), Off(8, 90, 9) }, "Melody");
        Assert.Equal("C4", Hear(new Score(32, [drums, new ScoreTrack([], "Vocal"), Named("Piano", 60)])));
    }

    [Fact]
    public void Auto_takes_a_channel_by_its_name_where_one_track_has_all_notes()
    {
        MidiTrack track = new(
        [
            MidiEvent.TrackName(0, "All together"),
            MidiEvent.Meta(0, MidiMetaType.ChannelPrefix, [3]), MidiEvent.OfText(0, MidiMetaType.InstrumentName, "Vocal"),
            MidiEvent.NoteOn(0, 0, 72, 90), MidiEvent.NoteOn(0, 3, 60, 90), MidiEvent.NoteOff(8, 0, 72), MidiEvent.NoteOff(8, 3, 60),
        ]);
        Score song = Score.FromMidi(new MidiFile(0, MidiDivision.PerQuarter(32), [track]));
        Assert.Equal("C4", Hear(song));
        Assert.Equal("channel 3, \"Vocal\"", Encodings.Melody().VoiceOf(song)?.ToString());
    }

    [Fact]
    public void Notes_that_only_a_finer_grid_would_tell_apart_are_counted()
    {
        Score song = Notes((0, 4, 60), (4, 4, 62), (8, 4, 64), (12, 4, 65), (16, 8, 60), (16, 8, 55)); // 32nds, then a chord
        Assert.Equal(0, Encodings.Melody(grid: 8).VoiceOf(song)?.Crowded);
        Assert.Equal("C4 D4 E4 F4 C4 -", Hear(song, grid: 8));
        Assert.Equal(2, Encodings.Melody().VoiceOf(song)?.Crowded); // 4 and 12 are halfway and move on
    }

    [Theory]
    [InlineData(3, "C4 D4 E4 F4 - -")]
    [InlineData(6, "C4 - D4 - E4 - F4 - - - - -")]
    [InlineData(1, "D4 F4")]
    public void Triplets_fit_a_grid_of_three(int grid, string melody)
    {
        (int Onset, int Length, int Pitch)[] notes = [(0, 32, 60), (32, 32, 62), (64, 32, 64), (96, 96, 65)];
        ScoreTrack track = ScoreTrack.FromNotes(notes.Select(note => new Note(note.Onset, note.Length, new Pitch(note.Pitch), 90, 0)));
        Assert.Equal(melody, Hear(new Score(96, [track]), grid: grid));
    }

    [Fact]
    public void Tempi_and_meters_move_to_the_nearest_step_and_the_last_of_a_step_holds()
    {
        Score song = new(
            32,
            [Track(0, On(0, 60), Off(64, 60))],
            new TempoMap([new(0, 500_000), new(13, 400_000), new(17, 300_000), new(64, 1)]),
            new MeterMap([new(0, Meter.Common), new(0, new Meter(3, 4), 0, 1), new(36, new Meter(7, 16))]));
        Melody melody = Encodings.Melody().Hear(song);
        Assert.Equal([new TempoChange(0, 500_000), new TempoChange(2, 300_000)], melody.Tempos.Changes);
        Assert.Equal([new MeterChange(0, new Meter(3, 4)), new MeterChange(5, new Meter(7, 16))], melody.Meters.Changes);
    }

    [Fact]
    public void A_song_that_is_too_long_is_refused_before_its_grid_is_made() =>
        Assert.Throws<SongTooLongException>(() => Encodings.Melody().Hear(Notes((8_000_000, 8, 60))));

    private static ScoreTrack Named(string name, int pitch) => new([On(0, pitch), Off(8, pitch)], name);

    private static Score Notes(params (long Onset, long Length, int Pitch)[] notes) =>
        Song(ScoreTrack.FromNotes(notes.Select(note => new Note(note.Onset, note.Length, new Pitch(note.Pitch), 90, 0))));

    private static string Hear(Score song, MelodyVoice? voice = null, int grid = 4)
    {
        MelodyEncoding encoding = Encodings.Melody(voice, grid);
        IEnumerable<string> names = encoding.Encode(encoding.Hear(song)).Tokens.ToArray().Select(encoding.TokenName);
        return string.Join(' ', names.Select(name => name == "hold" ? "-" : name));
    }

    private static string Refuse(Score song, MelodyVoice voice)
    {
        Assert.Throws<NoMelodyException>(() => Encodings.Melody(voice).VoiceOf(song));
        return Assert.Throws<NoMelodyException>(() => Encodings.Melody(voice).Hear(song)).Message;
    }
}
