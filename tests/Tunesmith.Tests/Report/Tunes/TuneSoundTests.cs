using CsCheck;
using Tunesmith.Music;
using Tunesmith.Report.Tunes;

namespace Tunesmith.Tests.Report.Tunes;

/// <summary>How much of a tune is heard where a page has not room for all.</summary>
public sealed class TuneSoundTests
{
    private static readonly Gen<double[]> Lengths = Gen.Double[0, 400].Array[0, 30];

    [Fact]
    public void Shares_never_exceed_the_room_and_no_tune_gets_more_than_it_has() => Gen.Select(Lengths, Gen.Long[0, 20_000_000]).Sample(
        (lengths, bytes) =>
        {
            double[] shares = SoundShares.Of(lengths, bytes);
            return shares.Length == lengths.Length
                && shares.Sum() <= TuneSound.SecondsIn(bytes, lengths.Length) + 1e-6
                && shares.Zip(lengths).All(pair => pair.First <= pair.Second + 6)
                && shares.Zip(lengths).All(pair => pair.First is 0 or >= SoundShares.FewestSeconds || pair.First == pair.Second + 6);
        });

    [Fact]
    public void Where_all_fits_all_is_heard_and_otherwise_the_longest_give_way()
    {
        Assert.Equal([16, 26], SoundShares.Of([10, 20], 20_000_000));
        double[] shares = SoundShares.Of([10, 200, 300], 8_000_000);
        Assert.Equal(16, shares[0]);
        Assert.Equal(shares[1], shares[2], 1e-9);
        Assert.Equal(TuneSound.SecondsIn(8_000_000, 3), shares.Sum(), 1e-6);
        Assert.Equal([0, 0], SoundShares.Of([100, 100], 10_000));
    }

    [Fact]
    public void The_seconds_counted_fit_the_bytes() => Gen.Select(Gen.Long[100, 30_000_000], Gen.Int[1, 20]).Sample((bytes, files) =>
    {
        double each = TuneSound.SecondsIn(bytes, files) / files;
        long wav = 44 + (2 * (long)(each * 22_050));
        return each == 0 || files * ((wav + 2) / 3 * 4) <= bytes;
    });

    [Fact]
    public void A_cut_sound_fades_to_silence_at_its_limit()
    {
        TuneSound whole = TuneSound.Render(ReportPages.Tune(8), 10, TestContext.Current.CancellationToken);
        Assert.True(whole.IsWhole);
        TuneSound cut = TuneSound.Render(ReportPages.Tune(40), 10, TestContext.Current.CancellationToken);
        Assert.False(cut.IsWhole);
        Assert.Equal(10, cut.Seconds, 0.001);
        Assert.Equal(44 + (2 * 220_500), cut.Wav.Length);
        Assert.Equal(0, BitConverter.ToInt16(cut.Wav, cut.Wav.Length - 2));
    }

    [Fact]
    public void A_sound_cut_while_its_last_note_dies_away_is_whole_and_fades()
    {
        TuneSound sound = TuneSound.Render(ReportPages.Tune(20), 10.2, TestContext.Current.CancellationToken);
        Assert.True(sound.IsWhole);
        Assert.Equal(10.2, sound.Seconds, 0.001); // there is more to hear, but no room
        Assert.Equal(0, BitConverter.ToInt16(sound.Wav, sound.Wav.Length - 2));
    }

    [Fact]
    public void A_song_cut_has_the_notes_before_the_cut_and_none_after()
    {
        Score score = new(
            10,
            [
                ScoreTrack.FromNotes(
                [
                    new Note(0, 10, new Pitch(60), 90, 0), new Note(15, 40, new Pitch(62), 90, 0), new Note(60, 10, new Pitch(64), 90, 0),
                ]),
            ],
            new TempoMap([new TempoChange(0, 500_000), new TempoChange(20, 1_000_000)]));

        Score cut = SongCut.Before(score, 2); // tick 30: 20 ticks of 50 ms, then 10 of 100 ms
        Assert.Equal(
            [new Note(0, 10, new Pitch(60), 90, 0), new Note(15, 15, new Pitch(62), 90, 0)], cut.Tracks.Single().Notes);
        Assert.Equal((30, 2.0), (cut.EndTick, cut.Seconds));
        Assert.Equal(score.Tracks[0].Notes, SongCut.Before(score, 100).Tracks[0].Notes);
        Assert.Empty(SongCut.Before(score, 0).Tracks[0].Notes);
    }
}
