using Tunesmith.Music;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc.Reading;

/// <summary>What each way of writing notes sounds like.</summary>
public sealed class AbcNotesTests
{
    [Theory]
    [InlineData("C,, C, C c c' c''", "C2 C3 C4 C5 C6 C7")]
    [InlineData("c, C' C,'", "C4 C5 C4")]
    [InlineData("^C _D =E ^^F __G", "C#4 C#4 E4 G4 F4")]
    public void A_letter_and_its_marks_are_a_pitch(string music, string pitches) => Assert.Equal(pitches, AbcSong.Pitches(music));

    [Theory]
    [InlineData("C2", "C4@0+960")]
    [InlineData("C3/2", "C4@0+720")]
    [InlineData("C/", "C4@0+240")]
    [InlineData("C//", "C4@0+120")]
    [InlineData("C/4 D/3", "C4@0+120 D4@120+160")]
    [InlineData("C0 D", "C4@0+480 D4@480+480")]
    [InlineData("z C x2 D y E", "C4@480+480 D4@1920+480 E4@2400+480")]
    [InlineData("Z C X2 D", "C4@1920+480 D4@6240+480")]
    public void A_number_after_a_note_or_a_rest_is_its_length(string music, string notes) => Assert.Equal(notes, AbcSong.Notes(music));

    [Theory]
    [InlineData("C>D", "C4@0+720 D4@720+240")]
    [InlineData("C<D", "C4@0+240 D4@240+720")]
    [InlineData("C>>D", "C4@0+840 D4@840+120")]
    [InlineData("C > D", "C4@0+720 D4@720+240")]
    [InlineData("C>z D", "C4@0+720 D4@960+480")]
    [InlineData("C>{e}D", "C4@0+720 D4@720+240")]
    [InlineData("C2>D2", "C4@0+1440 D4@1440+480")]
    [InlineData("C>\nD", "C4@0+720 D4@720+240")]
    [InlineData("[CE]>[DF]", "C4@0+720 E4@0+720 D4@720+240 F4@720+240")]
    public void A_broken_rhythm_gives_from_one_note_to_the_other(string music, string notes) => Assert.Equal(notes, AbcSong.Notes(music));

    [Theory]
    [InlineData("(3CDE F", "M:4/4", "C4@0+320 D4@320+320 E4@640+320 F4@960+480")]
    [InlineData("(2CD", "M:6/8", "C4@0+720 D4@720+720")]
    [InlineData("(5CDEFG", "M:4/4", "C4@0+192 D4@192+192 E4@384+192 F4@576+192 G4@768+192")]
    [InlineData("(5CDEFG", "M:6/8", "C4@0+288 D4@288+288 E4@576+288 F4@864+288 G4@1152+288")]
    [InlineData("(3:2:2C2E", "M:4/4", "C4@0+640 E4@640+320")]
    [InlineData("(3::4CDEF", "M:4/4", "C4@0+320 D4@320+320 E4@640+320 F4@960+320")]
    [InlineData("(3C>DE", "M:4/4", "C4@0+480 D4@480+160 E4@640+320")]
    [InlineData("((3CDE F)", "M:4/4", "C4@0+320 D4@320+320 E4@640+320 F4@960+480")]
    public void A_tuplet_takes_another_time(string music, string meter, string notes) =>
        Assert.Equal(notes, AbcSong.Notes(music, $"{meter}\nL:1/4\nK:C"));

    [Theory]
    [InlineData("C-C", "C4@0+960")]
    [InlineData("C2-|C2", "C4@0+1920")]
    [InlineData("C- C2 C", "C4@0+1440 C4@1440+480")]
    [InlineData("C-D", "C4@0+480 D4@480+480")]
    [InlineData("^C2-|C C", "C#4@0+1440 C4@1440+480")]
    [InlineData("[CE]-[CF]", "C4@0+960 E4@0+480 F4@480+480")]
    [InlineData("[C-E][CE]", "C4@0+960 E4@0+480 E4@480+480")]
    [InlineData("(C D) .C", "C4@0+480 D4@480+480 C4@960+480")]
    public void A_tie_makes_one_note_and_a_slur_does_not(string music, string notes) => Assert.Equal(notes, AbcSong.Notes(music));

    [Theory]
    [InlineData("[CEG]2 D", "C4@0+960 E4@0+960 G4@0+960 D4@960+480")]
    [InlineData("[C2E]", "C4@0+960 E4@0+480")]
    [InlineData("[CE/]2 D", "C4@0+960 E4@0+480 D4@960+480")]
    [InlineData("[\"Am\" C !trill! E]", "C4@0+480 E4@0+480")]
    public void The_notes_of_a_chord_are_kept(string music, string notes) => Assert.Equal(notes, AbcSong.Notes(music));

    [Theory]
    [InlineData("{g}C {/f}D {fgf}E")]
    [InlineData("!trill!C +fermata+D .E")]
    [InlineData("~C HD uTE")]
    [InlineData("\"Am\"C \"^up; *\"D \"@3,4 x\"E")]
    [InlineData("C `D` E!")]
    [InlineData("C\\\nD\nw:ly-rics here\nE % the end")]
    [InlineData("%%MIDI program 40\nC D\n%\nE")]
    [InlineData("[r:remark]C [N:note]D I:x\nE")]
    public void What_is_no_note_of_the_melody_is_passed_over(string music) =>
        Assert.Equal("C4@0+480 D4@480+480 E4@960+480", AbcSong.Notes(music.Replace(" I:x", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("^C C c C | C", "C#4 C#4 C#5 C#4 C4")]
    [InlineData("^C =C C", "C#4 C4 C4")]
    [InlineData("{^c}d c", "D5 C#5")]
    public void An_accidental_holds_in_every_octave_to_the_end_of_the_bar(string music, string pitches) =>
        Assert.Equal(pitches, AbcSong.Pitches(music));

    [Fact]
    public void An_overlay_sounds_together_with_the_bar_it_stands_in()
    {
        Assert.Equal("C4@0+1920 E4@0+960 G4@960+960 D4@1920+480", AbcSong.Notes("C4 & E2 G2 | D"));
    }

    [Fact]
    public void Grace_notes_sound_where_they_are_asked_for()
    {
        Score score = AbcTunebook
            .Parse("X:1\nL:1/4\nK:C\n{d}C2", new AbcReadOptions { PlayGraceNotes = true }).Tunes[0].Score!;
        Assert.Equal([(0, 120), (120, 840)], score.Tracks[0].Notes.Select(note => ((int)note.Onset, (int)note.Length)));
    }

    [Theory]
    [InlineData("(7:3CDEFGAB", 480 * 7)]
    [InlineData("C5/13", 480 * 13)]
    [InlineData("C1/4093", 4093)]
    public void Ticks_are_fine_enough_for_every_length(string music, int ticksPerQuarter) =>
        Assert.Equal(ticksPerQuarter, AbcSong.Score(music).TicksPerQuarter);

    [Theory]
    [InlineData("[b999999999999/1073741823]999999999999/1000003>c", "L:999999999999/7\nK:C")]
    [InlineData("[c/999999999999b999999999999]", "L:999999999999\nK:C")]
    [InlineData("c [c b999999999999] c", "K:C")]
    public void A_note_of_an_absurd_length_leaves_its_tune_out(string music, string head) =>
        Assert.StartsWith("expected at most 1,000,000 whole notes", AbcSong.Tune(music, head).Error?.Message, StringComparison.Ordinal);

    [Fact]
    public void Lengths_that_no_ticks_can_say_are_rounded_with_a_warning()
    {
        AbcTune tune = AbcSong.Tune("C1/251 D1/257 E1/263");
        Assert.Equal(30_240, tune.Score!.TicksPerQuarter);
        Assert.Contains("rounded to the nearest tick", Assert.Single(tune.Warnings).Message, StringComparison.Ordinal);
    }
}
