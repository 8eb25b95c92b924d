using CsCheck;
using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>What is written, and that the same notes come back.</summary>
public sealed class AbcWriterTests
{
    private static readonly Gen<(long Gap, long Length, int Pitch)> Timed =
        Gen.Select(Gen.OneOf(Gen.Const(0L), Gen.Long[0, 2_000]), Gen.OneOf(Gen.Long[1, 50], Gen.Long[1, 3_000]), Gen.Int[0, 127]);

    private static readonly Gen<ScoreTrack> Track = Gen.Select(
        Timed.Array[1, 25], Gen.String[Gen.Char["ab \"%\\&é音"], 0, 6], (notes, name) =>
    {
        long tick = 0;
        return ScoreTrack.FromNotes(notes.Select(note => new Note(tick += note.Gap, note.Length, new Pitch(note.Pitch), 80, 0)), name);
    });

    private static readonly Gen<Score> Song = Gen.Select(
        Gen.OneOf(Gen.Const(480), Gen.Int[1, 32_767]),
        Track.Array[1, 3],
        Gen.Select(Gen.Long[0, 5_000], Gen.Int[100, 4_000_000]).Array[0, 3],
        Gen.Select(Gen.Long[-900, 5_000], Gen.Int[1, 12], Gen.Int[0, 4]).Array[0, 3],
        (ticksPerQuarter, tracks, tempos, meters) => new Score(
            ticksPerQuarter,
            tracks,
            new TempoMap(tempos.Select(change => new TempoChange(change.Item1, change.Item2))),
            new MeterMap(meters.Select(change => new MeterChange(change.Item1, new Meter(change.Item2, 1 << change.Item3))))));

    [Fact]
    public void A_song_that_is_written_and_read_has_the_same_notes()
    {
        Song.Sample(song => SameNotes(song, AbcTunebook.Parse(song.ToAbc("A % title & more \\").Text).Tunes[0]), iter: 400);
    }

    [Fact]
    public void A_melody_reads_as_a_musician_would_write_it()
    {
        Score score = AbcSong.Score("D|G2 Bd|e3 f|[M:3/4]g2 ^c|=c2 _B/A/|G3-|G3|]", "M:4/4\nL:1/4\nQ:1/4=96\nK:G");
        AbcWriting writing = score.ToAbc("Made Up");
        Assert.Empty(writing.Losses);
        Assert.Equal(
            """
            X:1
            T:Made Up
            M:4/4
            L:1/8
            Q:1/4=96
            K:G
            D2 | G4 B2 d2 | e6 f2 | [M:3/4] g4 ^c2 |
            c4 _BA | G6- | G6 |]

            """.ReplaceLineEndings("\n"),
            writing.Text);
    }

    [Theory]
    [InlineData("C D E F G A B c", "C")]
    [InlineData("G A B c d e ^f g", "G")]
    [InlineData("A B c d e f g A", "Am")]
    [InlineData("D E F G A B c D", "Ddor")]
    [InlineData("D E ^F G A B c D", "Dmix")]
    [InlineData("_B c d _e f g a _B", "Bb")]
    [InlineData("^F ^G ^A B ^c ^d ^e ^f", "F#")]
    public void The_key_leaves_the_fewest_accidentals(string music, string key)
    {
        string text = AbcSong.Score(music, "L:1/4\nK:C").ToAbc().Text;
        Assert.Contains($"\nK:{key}\n", text, StringComparison.Ordinal);
        Assert.False(text[text.IndexOf("\nK:", StringComparison.Ordinal)..].AsSpan().ContainsAny('^', '_', '='));
    }

    [Fact]
    public void What_ABC_does_not_say_is_told()
    {
        Note[] notes =
        [
            new(0, 100, new Pitch(60), 80, 0), new(50, 100, new Pitch(64), 90, 0), new(200, 10, new Pitch(38), 80, 9),
        ];
        ScoreTrack silent = new(
            [new KeyEvent(60, new Pitch(65), 80, 0), new KeyEvent(60, new Pitch(65), 0, 0), .. Press(70)],
            controls: [new ControlChange(0, 0, 64, 127)]);
        AbcWriting writing = new Score(100, [ScoreTrack.FromNotes(notes, "", [new ProgramChange(0, 0, 40)]), silent]).ToAbc();
        Assert.Equal(
            [
                "1 note(s) of no length are left out",
                "how hard notes are struck is not written",
                "instruments are not written",
                "pedals, volumes, bends and the like are not written",
                "drums are written as the pitches of their keys",
                "notes that overlap are written as 3 voices",
            ],
            writing.Losses);
    }

    [Fact]
    public void A_song_without_notes_or_of_endless_bars_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new Score(480, []).ToAbc());
        ScoreTrack late = ScoreTrack.FromNotes([new Note(1L << 50, 1, new Pitch(60), 80, 0)]);
        Assert.Throws<InvalidOperationException>(() => new Score(1, [late]).ToAbc());
    }

    [Fact]
    public void A_song_of_more_bars_and_rests_than_are_read_again_is_refused()
    {
        Assert.NotNull(AbcTunebook.Parse(new Score(1, [Late(400_000)]).ToAbc().Text).Tunes[0].Score);
        Assert.Throws<InvalidOperationException>(() => new Score(1, [Late(600_000)]).ToAbc());

        static ScoreTrack Late(int bars) => ScoreTrack.FromNotes([new Note(4L * bars, 1, new Pitch(60), 80, 0)]);
    }

    [Theory]
    [InlineData(60, 61)]
    [InlineData(61, 60)]
    [InlineData(63, 64)]
    [InlineData(70, 71)]
    public void A_note_and_its_sharp_that_sound_together_over_a_bar_line_stay_what_they_are(int one, int other)
    {
        Note[] notes = [.. new[] { one, other }.Select(pitch => new Note(0, 8 * 480, new Pitch(pitch), 80, 0))];
        Score song = new(480, [ScoreTrack.FromNotes(notes)]);
        Assert.True(SameNotes(song, AbcTunebook.Parse(song.ToAbc().Text).Tunes[0]));
    }

    private static KeyEvent[] Press(long tick) => [new(tick, new Pitch(70), 80, 0), new(tick + 30, new Pitch(70), 0, 0)];

    private static bool SameNotes(Score song, AbcTune tune) => tune is { Score: { } read, Warnings.Count: 0 }
        && NotesOf(song, read.TicksPerQuarter).SequenceEqual(NotesOf(read, song.TicksPerQuarter));

    /// <summary>Notes in ticks of both songs multiplied, so that they compare exactly.</summary>
    private static (long Onset, long Length, int Pitch)[] NotesOf(Score score, int factor) =>
        [.. score.Notes.Select(note => (note.Onset * factor, note.Length * factor, note.Pitch.Number)).Order()];
}
