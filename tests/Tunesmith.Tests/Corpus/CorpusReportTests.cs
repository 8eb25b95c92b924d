using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class CorpusReportTests
{
    private static readonly int[] Tune = [60, 62, 64, 60, 67, 65, 64, 62, 60, 64, 67, 72, 71, 69, 67, 65, 64, 67, 62, 60];

    [Fact]
    public void Copies_and_twins_are_named_with_one_partner_and_the_number_of_the_others()
    {
        CorpusReport report = Report(
            Song("a", Tune), Song("b", [50, 52, 53]), Song("c", Tune), Song("d", Moved(5)), Song("e", Tune), Song("f", Moved(-3)));

        Assert.Equal(
            [new SongPartner(2, 1, null), null, new SongPartner(0, 1, null), null, new SongPartner(0, 1, null), null], report.CopyOf);
        Assert.Equal([true, false, true, true, true, true], report.TwinOf.Select(twin => twin is not null));
        Assert.All(report.TwinOf.OfType<SongPartner>(), twin => Assert.Equal(3, twin.Others));
        SongPartner d = report.TwinOf[3]!;
        Assert.Equal(new SongPartner(0, 3, new SongTwin(0, 3, 20, 1, 5, 1)), d);
        Assert.Equal("5 semitones lower, in the same time", d.Twin!.Reversed().Difference);
    }

    [Fact]
    public void Totals_count_rests_holds_and_repeated_notes()
    {
        // C for two steps, a rest, C again, D for three steps
        CorpusTotals totals = Report(Song("a", [60, 60, -1, 60, 62, 62, 62], stepsPerNote: 1)).Totals;
        Assert.Equal((1, 7, 1, 3, 3, 1), (totals.Songs, totals.Steps, totals.Rests, totals.Holds, totals.Onsets, totals.RepeatedNotes));
        Assert.Equal((3, new Pitch(60), new Pitch(62)), (totals.Repeats, totals.Lowest, totals.Highest));
        Assert.Equal([120], totals.Tempos);
        Assert.Equal([new KeyValuePair<Meter, int>(Meter.Common, 1)], totals.Meters);
    }

    [Fact]
    public void A_song_counts_in_each_of_its_meters_and_with_its_first_tempo()
    {
        Melody melody = new(
            new MelodyStep[64],
            4,
            new TempoMap([new TempoChange(0, 600_000), new TempoChange(8, 300_000)]),
            new MeterMap([new MeterChange(16, new Meter(3, 4)), new MeterChange(28, Meter.Common), new MeterChange(99, new Meter(5, 4))]));
        CorpusTotals totals = Report(new CorpusFile { Path = "a.mid", Melody = melody }, Song("b", Tune)).Totals;
        Assert.Equal([new(Meter.Common, 2), new KeyValuePair<Meter, int>(new Meter(3, 4), 1)], totals.Meters);
        Assert.Equal([100, 120], totals.Tempos);
        Assert.Equal([40, 64], totals.Lengths);
    }

    [Fact]
    public void Reasons_are_counted_most_first()
    {
        CorpusReport report = Report(
            Left("a", CorpusCause.Empty),
            Left("b", CorpusCause.TooShort),
            Left("c", CorpusCause.TooShort),
            Song("d", Tune) with { Missing = [new(CorpusCause.Crowded, "x"), new(CorpusCause.Damaged, "y")] });
        Assert.Equal([new(CorpusCause.TooShort, 2), new KeyValuePair<CorpusCause, int>(CorpusCause.Empty, 1)], report.LeftOut);
        Assert.Equal([CorpusCause.Damaged, CorpusCause.Crowded], report.Missing.Select(cause => cause.Key));
        Assert.Equal(1, report.PartlyUsed);

        static CorpusFile Left(string name, CorpusCause cause) => new() { Path = name, LeftOut = new CorpusReason(cause, "because") };
    }

    [Fact]
    public void Every_cause_has_words() =>
        Assert.All(Enum.GetValues<CorpusCause>(), cause => Assert.NotEmpty(CorpusReason.InCommon(cause, new CorpusOptions())));

    [Fact]
    public void A_corpus_without_songs_has_empty_totals()
    {
        CorpusReport report = Report(new CorpusFile { Path = "a.mid", LeftOut = new(CorpusCause.Empty, "the file is empty") });
        Assert.Equal((0, 0, null), (report.Totals.Songs, report.Totals.Steps, report.Totals.Lowest));
        Assert.Empty(report.Titles.Groups);
    }

    private static CorpusReport Report(params CorpusFile[] files) =>
        CorpusReport.Of(new SongCorpus("songs", new CorpusOptions { Encoding = Encodings.Lab }, files));

    private static int[] Moved(int semitones) => Array.ConvertAll(Tune, pitch => pitch + semitones);

    private static CorpusFile Song(string name, int[] pitches, int stepsPerNote = 2) => new()
    {
        Path = name + ".mid",
        Melody = Melody.FromSoundingPitches([.. pitches.SelectMany(pitch => Enumerable.Repeat(pitch, stepsPerNote))]),
    };
}
