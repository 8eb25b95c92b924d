using Tunesmith.Analysis.Statistics;
using Tunesmith.Music;
using static Tunesmith.Tests.Analysis.Statistics.Tunes;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>Pitches, entropies, scales and intervals against values worked out by hand.</summary>
public sealed class PitchStatisticsTests
{
    [Fact]
    public void Each_statistic_is_had_by_itself()
    {
        SongStatistics song = SongStatistics.Of(Melody.Parse("C4 D4 G4:2 R"));
        SongSetStatistics set = new([song]);
        Assert.Equal(song.Values, Statistic.All.Select(statistic => song[statistic]));
        Assert.Equal(set.Distributions, Statistic.All.Select(statistic => set[statistic]));
        Assert.Throws<ArgumentException>(() => song[Statistic.All[0] with { Name = "luck" }]);
        Assert.All(Statistic.All, statistic => Assert.Same(statistic, Statistic.ByName(statistic.Name)));
        Assert.Contains("pitchRange, ", Assert.Throws<ArgumentException>(() => Statistic.ByName("luck")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_statistic_of_notes_is_had_by_itself()
    {
        SongStatistics song = SongStatistics.Of(Melody.Parse("C4 D4 G4:2 R"));
        SongSetStatistics set = new([song]);
        Assert.Equal(song.Histograms, NoteStatistic.All.Select(statistic => song[statistic]));
        Assert.Equal(set.Histograms, NoteStatistic.All.Select(statistic => set[statistic]));
        Assert.All(NoteStatistic.All, statistic => Assert.Same(statistic, NoteStatistic.ByName(statistic.Name)));
        ArgumentException error = Assert.Throws<ArgumentException>(() => NoteStatistic.ByName("luck"));
        Assert.Contains("intervals, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_chord_has_four_pitches_of_three_classes_over_an_octave()
    {
        SongNotes song = Notes(60, 64, 67, 72);
        Assert.Equal((12.0, 4, 3), (PitchUse.Range(song), PitchUse.Pitches(song), PitchUse.PitchClasses(song)));
        Assert.Equal(2, PitchEntropy.OfPitches(song)!.Value, 12);
        Assert.Equal(1.5, PitchEntropy.OfPitchClasses(song)!.Value, 12); // 1/2 log2 2 + 2 * 1/4 log2 4
    }

    [Fact]
    public void Long_notes_count_as_much_as_short_ones()
    {
        Assert.Equal(1, PitchEntropy.OfPitches(Notes(60, H, H, H, 62))!.Value, 12);
    }

    [Fact]
    public void All_twelve_classes_alike_have_the_most_entropy()
    {
        SongNotes song = Notes([.. Enumerable.Range(60, 12)]);
        Assert.Equal(3.584962500721156, PitchEntropy.OfPitchClasses(song)!.Value, 12);
        Assert.Equal(7.0 / 12, ScaleConsistency.Of(song));
    }

    [Fact]
    public void A_scale_holds_the_notes_that_are_in_it()
    {
        Assert.Equal(1, ScaleConsistency.Of(Notes(60, 62, 64, 65, 67, 69, 71)));
        Assert.Equal(1, ScaleConsistency.Of(Notes(57, 59, 60, 62, 64, 65, 67))); // a minor scale, which has the notes of a major one
        Assert.Equal(0.8, ScaleConsistency.Of(Notes(60, 62, 64, 66, 70))); // G major has all but the last, F major all but F sharp
    }

    [Fact]
    public void Intervals_pass_over_rests_and_tell_leaps_from_steps()
    {
        SongNotes song = Notes(60, 62, R, 62, 67, H, 64); // +2, 0, +5, -3
        Assert.Equal([new(-3, 1), new(0, 1), new(2, 1), new(5, 1)], Intervals.Distribution(song).Bins);
        Assert.Equal(2.5, Intervals.MeanSize(song));
        Assert.Equal(0.5, Intervals.LeapRate(song));
    }

    [Fact]
    public void In_chords_intervals_go_from_top_note_to_top_note()
    {
        SongNotes song = Song((0, 480, 60, 0), (0, 480, 72, 1), (480, 480, 71, 0), (480, 480, 40, 9));
        Assert.Equal([new(-1, 1)], Intervals.Distribution(song).Bins);
    }

    [Fact]
    public void Without_a_note_what_is_divided_by_notes_has_no_value()
    {
        foreach (SongNotes song in new[] { Notes(), Notes(R, R), Song((0, 480, 40, 9)) })
        {
            Assert.Null(PitchUse.Range(song));
            Assert.Null(PitchEntropy.OfPitches(song));
            Assert.Null(PitchEntropy.OfPitchClasses(song));
            Assert.Null(ScaleConsistency.Of(song));
            Assert.Null(Intervals.MeanSize(song));
            Assert.Null(Intervals.LeapRate(song));
            Assert.Null(NoteLengths.Mean(song));
            Assert.Equal((0, 0), (PitchUse.Pitches(song), PitchUse.PitchClasses(song)));
        }

        Assert.Null(Intervals.MeanSize(Notes(60)));
    }
}
