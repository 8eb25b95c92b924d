using CsCheck;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>What holds for the statistics of every song.</summary>
public sealed class StatisticsProperties
{
    [Fact]
    public void Every_value_is_in_its_range() => Tunes.Any.Sample(melody =>
    {
        SongStatistics song = SongStatistics.Of(melody);
        foreach ((Statistic statistic, double? value) in Statistic.All.Zip(song.Values))
        {
            double most = statistic.Name switch
            {
                "pitchRange" or "intervalSize" => 127,
                "pitchesUsed" => 128,
                "pitchClassesUsed" => 12,
                "pitchEntropy" => 7,
                "pitchClassEntropy" => Math.Log2(12) + 1e-12,
                "noteLength" => 120,
                _ => 1,
            };
            Assert.True(value is null or >= 0 && !(value > most), $"{statistic.Name} {value}");
        }

        Assert.True(ScaleConsistency.Of(SongNotes.Of(melody)) is null or >= 7.0 / 12);
        Assert.All(song.Histograms, histogram => Assert.True(histogram.Total >= 0));
    });

    [Fact]
    public void Transposing_moves_pitches_and_nothing_else() => Gen.Select(Tunes.Any, Gen.Int[-40, 40]).Sample((melody, semitones) =>
    {
        Melody moved = new(
            [.. melody.Steps.ToArray().Select(step => step.Pitch is not { } pitch ? step
                : step.IsOnset ? MelodyStep.Onset(new Pitch(pitch.Number + semitones))
                : MelodyStep.Hold(new Pitch(pitch.Number + semitones)))],
            melody.StepsPerQuarter,
            melody.Tempos,
            melody.Meters);
        (SongStatistics before, SongStatistics after) = (SongStatistics.Of(melody), SongStatistics.Of(moved));
        Same(before, after);
        for (int index = 0; index < NoteStatistic.All.Count; index++)
        {
            if (NoteStatistic.All[index].Name != "pitchClasses")
            {
                Assert.Equal(before.Histograms[index].Bins, after.Histograms[index].Bins);
            }
        }
    });

    [Fact]
    public void Twice_as_long_notes_keep_their_pitches() => Tunes.Any.Sample(melody =>
    {
        SongNotes once = SongNotes.Of(melody);
        SongNotes twice = SongNotes.Of(Stretched(melody, melody.StepsPerQuarter));
        Assert.Equal(Intervals.Distribution(once).Bins, Intervals.Distribution(twice).Bins);
        Assert.Equal(PitchEntropy.OfPitches(once), PitchEntropy.OfPitches(twice));
        Assert.Equal(ScaleConsistency.Of(once), ScaleConsistency.Of(twice));
        Assert.Equal(2 * NoteLengths.Mean(once), NoteLengths.Mean(twice));
    });

    [Fact]
    public void On_a_grid_twice_as_fine_the_song_is_the_same_but_for_its_groove() => Tunes.Any.Sample(melody =>
    {
        // A bar of 1/16 is less than a step of some grids: then it is another bar on a finer one.
        if (melody.Meters.Changes.Any(change => 4 * melody.StepsPerQuarter * change.Meter.Numerator % change.Meter.Denominator != 0))
        {
            return;
        }

        Same(SongStatistics.Of(melody), SongStatistics.Of(Stretched(melody, 2 * melody.StepsPerQuarter)), but: "grooveConsistency");
    });

    [Fact]
    public void A_melody_written_as_a_song_has_the_same_statistics() => Tunes.Any.Sample(melody =>
    {
        if (melody.Meters.Changes.Any(change => 4 * melody.StepsPerQuarter * change.Meter.Numerator % change.Meter.Denominator != 0))
        {
            return;
        }

        Score score = Encodings.Melody(grid: melody.StepsPerQuarter).Write(melody);
        SongStatistics song = SongStatistics.Of(SongNotes.Of(score, melody.StepsPerQuarter));
        SongStatistics heard = SongStatistics.Of(melody);
        Same(heard, song);
        Assert.Equal(heard.Histograms.Select(histogram => histogram.Bins), song.Histograms.Select(histogram => histogram.Bins));
    });

    [Fact]
    public void Nothing_throws_or_takes_long_however_odd_a_song_is() => Gen.Select(
        Gen.Select(Gen.Long[0, 1L << 40], Gen.Long[0, 1L << 36], Gen.Int[0, 127], Gen.Int[0, 15]).Array[0, 30],
        Tunes.AnyMeters(1 << 30),
        Tunes.OneOf(1, 7, 220, 480, 32_767),
        Tunes.OneOf(1, 4, 5, 48)).Sample((notes, meters, resolution, grid) =>
        {
            SongNotes song = SongNotes.Of(
                new Score(
                    resolution,
                    [ScoreTrack.FromNotes(notes.Select(note => new Note(note.Item1, note.Item2, new Pitch(note.Item3), 64, note.Item4)))],
                    meters: meters),
                grid);
            SongStatistics statistics = SongStatistics.Of(song);
            Assert.All(statistics.Values, value => Assert.True(value is null || double.IsFinite(value.Value)));
            Assert.True(Polyphony.Mean(song) is null or (>= 1 and <= 128));
            Assert.True(Polyphony.Rate(song) is null or (>= 0 and <= 1));
            SongSetStatistics set = new([statistics]);
            Assert.True(set.DistanceOf(statistics) == (statistics.HasNotes ? 0 : 1));
        });

    [Fact]
    public void A_song_lies_between_the_middle_of_a_set_and_the_outside() =>
        Gen.Select(Tunes.Any.Array[0, 6], Tunes.Any).Sample((songs, other) =>
        {
            SongSetStatistics set = new([.. songs.Select(SongStatistics.Of)]);
            Assert.True(set.DistanceOf(SongStatistics.Of(other)) is null or (>= 0 and <= 1));
            Assert.Equal(songs.Length, set.Songs);
        });

    private static Melody Stretched(Melody melody, int grid) => new(
        [.. melody.Steps.ToArray().SelectMany(step =>
            new[] { step, step.Pitch is { } pitch ? MelodyStep.Hold(pitch) : MelodyStep.Rest })],
        grid,
        meters: new MeterMap(melody.Meters.Changes.Select(change => change with { Tick = 2 * change.Tick })));

    private static void Same(SongStatistics one, SongStatistics other, string but = "")
    {
        for (int index = 0; index < Statistic.All.Count; index++)
        {
            if (Statistic.All[index].Name != but)
            {
                Assert.Equal(one.Values[index] ?? -1, other.Values[index] ?? -1, 1e-12);
            }
        }
    }
}
