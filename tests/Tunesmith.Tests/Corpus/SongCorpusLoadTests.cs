using System.Runtime.Versioning;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class SongCorpusLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Songs_are_found_in_all_folders_by_extension_in_ordinal_order()
    {
        foreach (string path in new[] { "b.mid", "B.MID", "a/z.KAR", "a/deep/er/y.Midi", "a.smf", "a-b.mid", "é.mid" })
        {
            _folder.AddScale(path, 128);
        }

        _folder.Add("notes.txt", 1);
        _folder.Add("mid", 1);
        _folder.Add("song.mid.bak", 1);
        Directory.CreateDirectory(_folder.PathOf("folder.mid"));

        // '-' is before '.', '.' before '/', capitals before small letters, and those before accents
        Assert.Equal(
            ["B.MID", "a-b.mid", "a.smf", "a/deep/er/y.Midi", "a/z.KAR", "b.mid", "é.mid"],
            Load().Files.Select(file => file.Path));
    }

    [Fact]
    public void Short_songs_are_left_out_but_can_be_looked_at()
    {
        _folder.AddScale("long.mid", 128);
        _folder.AddScale("short.mid", 127);

        SongCorpus corpus = Load();
        Assert.Equal(["long.mid"], corpus.Songs.Select(song => song.Path));
        Assert.Equal(128, corpus.Steps);
        CorpusFile left = corpus.Files[1];
        Assert.Equal("shorter than 128 steps: 127; --min-steps 127 would keep it", left.Reason);
        Assert.Equal((false, 127, 127), (left.IsUsed, left.Steps, left.Melody!.Length));

        Assert.Equal(2, Load(CorpusOptions.Lab with { MinSteps = 127 }).Songs.Count);
    }

    [Fact]
    public void By_default_two_bars_are_enough_and_notes_are_heard_one_by_one()
    {
        _folder.AddScale("long.mid", 33);
        _folder.AddScale("short.mid", 32);

        SongCorpus corpus = SongCorpus.Load(_folder.Root, cancellationToken: Cancellation);
        Assert.Equal("melody", corpus.Options.Encoding.Name);
        Assert.Equal(["long.mid"], corpus.Songs.Select(song => song.Path));
        Assert.Equal("shorter than 32 steps: 31; --min-steps 31 would keep it", corpus.Files[1].Reason);
    }

    [Fact]
    public void A_song_without_the_voice_that_is_heard_is_left_out_by_that_reason()
    {
        _folder.AddScale("scale.mid", 129);
        Assert.Equal(MelodyVoice.Highest, Assert.Single(Load(new CorpusOptions { Encoding = Encodings.Melody() }).Songs).Voice?.Voice);
        CorpusFile left = Assert.Single(Load(new CorpusOptions { Encoding = Encodings.Melody(MelodyVoice.Track(3)), MinSteps = 0 }).Files);
        Assert.Equal("no melody: there is no track 3, its one track is number 0; --voice highest would keep it", left.Reason);
        Assert.Null(left.Melody);
    }

    [Fact]
    public void A_song_cut_short_by_its_meter_says_so()
    {
        Score waltz = new(480, [new ScoreTrack([], endTick: 480 * 64)], meters: new MeterMap([new MeterChange(1920, new Meter(3, 4))]));
        _folder.Add("waltz.mid", waltz);
        Assert.Equal(
            "shorter than 128 steps: 17; the lab encoding stops at the first meter that has neither 2 nor 4 beats: "
                + "3/4 at tick 1920, bar 2; --min-steps 17 would keep it",
            Assert.Single(Load().Files).Reason);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_learned()
    {
        _folder.Add("1-empty.mid");
        _folder.Add("2-text.mid", "this is no song at all"u8.ToArray());
        _folder.AddScale("3-good.mid", 200);

        SongCorpus corpus = Load();
        Assert.Equal("the file is empty", corpus.Files[0].Reason);
        Assert.StartsWith("it is neither MIDI nor ABC, but begins with ", corpus.Files[1].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Root, corpus.Files[1].Reason, StringComparison.Ordinal);
        Assert.All(corpus.Files.Take(2), file => Assert.Equal((false, 0, null, null), (file.IsUsed, file.Steps, file.Melody, file.Facts)));
        Assert.Equal(["3-good.mid"], corpus.Songs.Select(song => song.Path));
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_to_a_pipe_stops_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows needs a privilege to make links.");
        File.CreateSymbolicLink(_folder.PathOf("1.mid"), _folder.PathOf("nowhere.mid"));
        File.CreateSymbolicLink(_folder.PathOf("2.mid"), "/dev/zero");
        File.CreateSymbolicLink(_folder.PathOf("3.mid"), _folder.PathOf("3.mid"));
        _folder.AddScale("songs/4.mid", 128);
        File.CreateSymbolicLink(_folder.PathOf("4.mid"), _folder.PathOf("songs/4.mid"));

        SongCorpus corpus = Load();
        Assert.Equal("the file is gone, or is a link that leads nowhere", corpus.Files[0].Reason);
        Assert.Equal("the file is empty", corpus.Files[1].Reason);
        Assert.StartsWith("cannot be read: ", corpus.Files[2].Reason, StringComparison.Ordinal);
        Assert.Equal(["4.mid", "songs/4.mid"], corpus.Songs.Select(song => song.Path));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_without_permission_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        _folder.AddScale("closed.mid", 128);
        File.SetUnixFileMode(_folder.PathOf("closed.mid"), UnixFileMode.None);
        Assert.SkipWhen(CanRead(_folder.PathOf("closed.mid")), "This user may read every file.");
        Assert.Equal("no permission to read it", Assert.Single(Load().Files).Reason);

        static bool CanRead(string path)
        {
            try
            {
                File.OpenRead(path).Dispose();
                return true;
            }
            catch (UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Too_long_songs_are_left_out_before_a_grid_is_made()
    {
        _folder.Add("hours.mid", new Score(480, [new ScoreTrack([], endTick: 480L * 2 * 60 * 121)])); // 2 quarters a second
        _folder.Add("steps.mid", new Score(1, [new ScoreTrack([], endTick: 250_000)], new TempoMap([new TempoChange(0, 1000)])));

        SongCorpus corpus = Load();
        Assert.Equal("too long: 121.0 minutes, where at most 120 are heard; --max-minutes 121 would keep it", corpus.Files[0].Reason);
        Assert.Equal("too long: 1,000,001 steps, where at most 1,000,000 are heard", corpus.Files[1].Reason);
        Assert.Equal(121 * 60, corpus.Files[0].Facts!.Seconds);
        Assert.True(Load(CorpusOptions.Lab with { MaxMinutes = 121 }).Files[0].IsUsed);
    }

    [Fact]
    public void A_link_to_a_folder_above_does_not_go_round_and_round()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows needs a privilege to make links.");
        _folder.AddScale("in/song.mid", 128);
        Directory.CreateSymbolicLink(_folder.PathOf("in/again"), _folder.Root);
        Assert.Equal(["in/song.mid"], Load().Files.Select(file => file.Path));
    }

    [Fact]
    public void A_file_alone_is_a_corpus_whatever_its_extension()
    {
        _folder.AddScale("songs/one.bin", 128);
        SongCorpus corpus = SongCorpus.Load(_folder.PathOf("songs/one.bin"), CorpusOptions.Lab, cancellationToken: Cancellation);
        Assert.Equal(["one.bin"], corpus.Songs.Select(song => song.Path));
    }

    [Fact]
    public void A_song_has_its_facts_and_its_title_group()
    {
        _folder.AddScale("Pop/Some Song - Verse - Two.mid", 129, lowest: 50);
        CorpusFile song = Assert.Single(Load().Songs);
        Assert.Equal(("Pop/Some Song - Verse - Two", "some song"), (song.Name, song.TitleGroup));

        // 128 notes of 55 ticks end at 7040, the track at 7041; 440 ticks a second
        Assert.Equal(7041 / 440.0, song.Facts!.Seconds, 1e-12);
        Assert.Equal(new SongFacts(1, 128, song.Facts.Seconds, new Pitch(50), new Pitch(61)), song.Facts);
        Assert.Equal("plain", new CorpusFile { Path = "x - y/Plain.mid" }.TitleGroup);
    }

    [Fact]
    public void The_same_files_give_the_same_corpus_whatever_the_number_of_threads()
    {
        for (int song = 0; song < 40; song++)
        {
            _folder.AddScale($"{song}.mid", 100 + (song * 2), lowest: 30 + song);
        }

        SongCorpus one = Load(CorpusOptions.Lab with { Threads = 1 });
        SongCorpus eight = Load(CorpusOptions.Lab with { Threads = 8 });
        Assert.Equal(
            one.Files.Select(file => (file.Path, file.Reason, file.Steps)),
            eight.Files.Select(file => (file.Path, file.Reason, file.Steps)));
        Assert.Equal(one.Fingerprint(), eight.Fingerprint());
    }

    [Fact]
    public void Progress_counts_every_file_once()
    {
        _folder.AddScale("a.mid", 128);
        _folder.AddScale("b.mid", 20);
        List<CorpusProgress> reports = [];
        SongCorpus.Load(_folder.Root, CorpusOptions.Lab, progress: new Collect(reports), cancellationToken: Cancellation);

        Assert.Equal([1, 2], reports.Select(report => report.Done).Order());
        Assert.Equal(["a.mid", "b.mid"], reports.Select(report => report.Path).Order());
        Assert.All(reports, report => Assert.Equal(2, report.Total));
    }

    [Fact]
    public void Reading_can_be_stopped()
    {
        _folder.AddScale("a.mid", 128);
        Assert.ThrowsAny<OperationCanceledException>(() => SongCorpus.Load(_folder.Root, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void A_missing_folder_or_an_option_out_of_range_is_refused()
    {
        DirectoryNotFoundException error = Assert.Throws<DirectoryNotFoundException>(
            () => SongCorpus.Load("no/such", CorpusOptions.Lab, cancellationToken: Cancellation));
        Assert.Equal("There is no folder or file \"no/such\".", error.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Load(CorpusOptions.Lab with { MinSteps = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Load(CorpusOptions.Lab with { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Load(CorpusOptions.Lab with { MaxMinutes = double.NaN }));
    }

    [Fact]
    public void The_labs_folder_is_88_songs_of_which_73_are_kept_and_song_41_is_where_it_says()
    {
        SongCorpus corpus = SongCorpus.Load(SharedData.Require("data/pop"), CorpusOptions.Lab, cancellationToken: Cancellation);

        Assert.Equal((88, 73, 12987), (corpus.Files.Count, corpus.Songs.Count, corpus.Steps));
        Assert.Equal(257, corpus.Songs[0].Steps);
        Assert.Equal("How Deep Is Your Love - Chorus.midi", corpus.Songs[41].Path);
        Assert.Equal(41, corpus.NumberOf("how deep"));
        Assert.Equal(250, corpus.Sequences().Sum(song => song.Tokens.ToArray().Count(token => token == Encodings.Lab.RestToken)));
    }

    /// <summary>The folder as the lab hears it, where the options do not say.</summary>
    private SongCorpus Load(CorpusOptions? options = null) =>
        SongCorpus.Load(_folder.Root, options ?? CorpusOptions.Lab, cancellationToken: Cancellation);

    private sealed class Collect(List<CorpusProgress> reports) : IProgress<CorpusProgress>
    {
        public void Report(CorpusProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
