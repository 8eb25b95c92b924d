using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class CorpusReasonTests : IDisposable
{
    private const int Ppq = 480;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_short_song_is_kept_by_its_own_number_of_steps() =>
        Check(Song(Notes(6)), new CorpusOptions(), CorpusCause.TooShort, "--min-steps 24");

    [Fact]
    public void A_song_that_the_lab_hears_too_little_of_is_kept_by_the_encoding_melody()
    {
        Score waltz = Song(Notes(60), new MeterChange(Ppq * 4, new Meter(3, 4)));
        CorpusFile left = Check(waltz, CorpusOptions.Lab, CorpusCause.OddMeter, "--encoding melody");
        Assert.EndsWith("3/4 at tick 1920, bar 2; --encoding melody would keep it", left.Reason, StringComparison.Ordinal);
        Check(
            Song(Notes(8), new MeterChange(Ppq * 4, new Meter(3, 4))),
            CorpusOptions.Lab,
            CorpusCause.OddMeter,
            "--encoding melody --min-steps 32");
    }

    [Fact]
    public void A_long_song_is_kept_by_its_minutes_and_a_coarser_grid()
    {
        Check(Song(Notes(2 * 60 * 121)), new CorpusOptions(), CorpusCause.TooLong, "--max-minutes 121");
        Note far = new(Ppq * 300_000L, Ppq, new Pitch(60), 90, 0);
        Check(Song([far]), new CorpusOptions { MaxMinutes = 1e6 }, CorpusCause.TooManySteps, "--grid 3");
        Check(Song([far]), new CorpusOptions(), CorpusCause.TooLong, "--grid 3 --max-minutes 2501");
    }

    [Fact]
    public void A_song_without_the_voice_asked_for_is_kept_by_another()
    {
        CorpusOptions third = new() { Encoding = Encodings.Melody(MelodyVoice.Track(3)) };
        Check(Song(Notes(40)), third, CorpusCause.NoSuchVoice, "--voice highest");
        Check(Song(Notes(4)), third, CorpusCause.NoSuchVoice, "--min-steps 16 --voice highest");
    }

    [Fact]
    public void Nothing_keeps_a_song_without_a_melody()
    {
        CorpusFile drums = Hear(Song([.. Notes(40).Select(note => note with { Channel = 9 })]), new CorpusOptions());
        Assert.Equal((CorpusCause.NoMelody, null), (drums.LeftOut!.Cause, drums.LeftOut.CommandLineOption));
        Assert.Equal("no melody: only drums play", drums.Reason);
    }

    [Fact]
    public void Notes_that_fall_in_one_step_are_missed_until_the_grid_is_finer()
    {
        Note[] triplets = [.. Enumerable.Range(0, 60).Select(note => new Note(note * Ppq / 6, Ppq / 6, new Pitch(60 + (note % 9)), 90, 0))];
        CheckPart(Song(triplets), new CorpusOptions(), CorpusCause.Crowded, "--grid 6");
    }

    [Fact]
    public void A_song_is_used_in_part_where_the_lab_stops_before_its_last_note()
    {
        CheckPart(
            Song(Notes(60), new MeterChange(Ppq * 40, new Meter(3, 4))), CorpusOptions.Lab, CorpusCause.OddMeter, "--encoding melody");
        Score silent = Song(Notes(60), new MeterChange(Ppq * 60, new Meter(3, 4)));
        Assert.Equal(CorpusFileStatus.Used, Hear(silent, CorpusOptions.Lab).Status);
    }

    [Fact]
    public void Notes_above_the_labs_pitches_are_missed()
    {
        Note[] high = [.. Notes(60), new Note(0, Ppq, new Pitch(110), 90, 0)];
        CheckPart(Song(high), CorpusOptions.Lab, CorpusCause.OutOfRange, "--encoding melody");
    }

    [Fact]
    public void A_note_above_the_labs_pitches_where_it_has_stopped_is_not_missed_for_that()
    {
        Note[] high = [.. Notes(60), new Note(Ppq * 40, Ppq, new Pitch(110), 90, 0)];
        MeterChange stop = new(Ppq * 40, new Meter(3, 4));
        CheckPart(Song(high, stop), CorpusOptions.Lab, CorpusCause.OddMeter, "--encoding melody");
    }

    [Fact]
    public void What_a_header_says_is_that_of_the_header_that_is_read()
    {
        byte[] bytes = Song(Notes(60)).ToMidi().ToBytes();
        CorpusFile late = Read([.. "see MThd here, and MThd there: "u8, .. bytes]);
        Assert.Equal(CorpusFileStatus.Used, late.Status);
        Assert.Equal([MidiWarningCode.LeadingBytes], late.Warnings.Select(warning => warning.Code));
        Assert.Equal(Ppq, SongFile.Load(_folder.PathOf("song.mid")).HeaderDivision);
    }

    [Fact]
    public void A_file_with_tracks_beyond_its_header_s_number_is_used_in_part()
    {
        byte[] bytes = Song(Notes(60)).ToMidi().ToBytes();
        CorpusFile file = Read([.. bytes, .. bytes[14..]]);
        Assert.Equal((CorpusFileStatus.PartlyUsed, CorpusCause.Damaged), (file.Status, file.Missing[0].Cause));
        Assert.StartsWith(
            "damaged: the header says 1 track, 2 are there, and those beyond are not read",
            file.Missing[0].Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_used_in_part()
    {
        byte[] bytes = Song(Notes(60)).ToMidi().ToBytes();
        CorpusFile cut = Read(bytes[..^100]);
        Assert.Equal(CorpusFileStatus.PartlyUsed, cut.Status);
        Assert.StartsWith("cut off: a track ends early, at byte ", Assert.Single(cut.MissingInWords), StringComparison.Ordinal);

        MidiTrack track = Song(Notes(60)).ToMidi().Tracks[0];
        byte[] two = new MidiFile(1, MidiDivision.PerQuarter(Ppq), [track, track]).ToBytes();
        byte[] one = new MidiFile(1, MidiDivision.PerQuarter(Ppq), [track]).ToBytes();
        CorpusFile half = Read(two[..one.Length]);
        Assert.StartsWith("cut off: the header says 2 tracks, 1 is there", half.MissingInWords.Single(), StringComparison.Ordinal);
        Assert.Equal(CorpusFileStatus.Used, Read(two).Status);
    }

    [Fact]
    public void Where_only_the_length_of_a_track_is_wrong_nothing_is_missed()
    {
        byte[] bytes = Song(Notes(60)).ToMidi().ToBytes();
        bytes[14 + 4] = 0x10; // the first track says it has 256 MB
        CorpusFile file = Read(bytes);
        Assert.NotEmpty(file.Warnings);
        Assert.Equal(CorpusFileStatus.Used, file.Status);
    }

    [Fact]
    public void Strictly_a_song_that_breaks_its_format_is_left_out_with_its_first_warning()
    {
        byte[] bytes = Song(Notes(60)).ToMidi().ToBytes();
        bytes[14 + 4] = 0x10;
        CorpusOptions strict = new() { Strict = true };
        CorpusFile left = Read(bytes, strict);
        Assert.Equal((CorpusCause.BreaksFormat, "leaving out --strict"), (left.LeftOut!.Cause, left.LeftOut.CommandLineOption));
        Assert.StartsWith("breaks its format: expected at most", left.Reason, StringComparison.Ordinal);
        Assert.True(Read(bytes, SuggestedOptions.Follow(left.LeftOut.CommandLineOption!, strict)).IsUsed);
        Assert.True(Read(Song(Notes(60)).ToMidi().ToBytes(), strict).IsUsed);
    }

    [Fact]
    public void A_tune_with_a_warning_is_used_in_part()
    {
        _folder.Add("tune.abc", "X:1\nT:Tune\nL:1/4\nK:C\nCDEF|GABc|CD?EF|GABc|\n"u8.ToArray());
        CorpusFile tune = Assert.Single(Load(new CorpusOptions { MinSteps = 8 }).Files);
        Assert.Equal((CorpusFileStatus.PartlyUsed, CorpusCause.NotAllPlayed), (tune.Status, tune.Missing[0].Cause));
    }

    [Fact]
    public void A_file_of_absurd_size_is_not_read()
    {
        using (FileStream huge = File.Create(_folder.PathOf("huge.mid")))
        {
            huge.SetLength(SongFile.MostBytes + 1);
        }

        CorpusFile left = Assert.Single(Load(new CorpusOptions()).Files);
        Assert.Equal(CorpusCause.TooBig, left.LeftOut!.Cause);
        Assert.Throws<CorpusException>(() => SongFile.Load(_folder.PathOf("huge.mid")));
    }

    [Theory]
    [InlineData("data/torture/files", false)]
    [InlineData("data/torture/files", true)]
    [InlineData("data/pop", false)]
    [InlineData("data/pop", true)]
    public void Every_option_that_is_suggested_does_what_is_said(string folder, bool lab)
    {
        CorpusOptions options = lab ? CorpusOptions.Lab : new CorpusOptions();
        string path = SharedData.Require(folder);
        SongCorpus corpus = SongCorpus.Load(path, options, cancellationToken: TestContext.Current.CancellationToken);
        foreach (CorpusFile file in corpus.Files)
        {
            IEnumerable<CorpusReason> reasons = file.Missing.Append(file.LeftOut).OfType<CorpusReason>();
            foreach (CorpusReason reason in reasons.Where(reason => reason.CommandLineOption is not null))
            {
                CorpusFile again = SongCorpus.Load(
                    Path.Combine(path, file.Path),
                    SuggestedOptions.Follow(reason.CommandLineOption!, options),
                    cancellationToken: TestContext.Current.CancellationToken).Files[0];
                Assert.True(
                    again.IsUsed && again.Missing.All(other => other.Cause != reason.Cause), $"{file.Path}: {reason.CommandLineOption}");
            }
        }
    }

    private CorpusFile Check(Score song, CorpusOptions options, CorpusCause cause, string option)
    {
        CorpusFile left = Hear(song, options);
        Assert.Equal((CorpusFileStatus.LeftOut, cause, option), (left.Status, left.LeftOut!.Cause, left.LeftOut.CommandLineOption));
        Assert.True(Hear(song, SuggestedOptions.Follow(option, options)).IsUsed);
        return left;
    }

    private void CheckPart(Score song, CorpusOptions options, CorpusCause cause, string option)
    {
        CorpusFile part = Hear(song, options);
        CorpusReason reason = Assert.Single(part.Missing);
        Assert.Equal((CorpusFileStatus.PartlyUsed, cause, option), (part.Status, reason.Cause, reason.CommandLineOption));
        Assert.Equal(CorpusFileStatus.Used, Hear(song, SuggestedOptions.Follow(option, options)).Status);
    }

    private CorpusFile Hear(Score song, CorpusOptions options) => Read(song.ToMidi().ToBytes(), options);

    private CorpusFile Read(byte[] bytes, CorpusOptions? options = null)
    {
        _folder.Add("song.mid", bytes);
        return Assert.Single(Load(options ?? new CorpusOptions()).Files);
    }

    private SongCorpus Load(CorpusOptions options) =>
        SongCorpus.Load(_folder.Root, options, cancellationToken: TestContext.Current.CancellationToken);

    private static Note[] Notes(int quarters) =>
        [.. Enumerable.Range(0, quarters).Select(note => new Note(note * Ppq, Ppq, new Pitch(60 + (note % 12)), 90, 0))];

    private static Score Song(Note[] notes, params MeterChange[] meters) =>
        new(Ppq, [ScoreTrack.FromNotes(notes)], meters: new MeterMap(meters));
}
