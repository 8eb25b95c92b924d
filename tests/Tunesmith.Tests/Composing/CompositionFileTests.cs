using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Composing.Samplers;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Corpus;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing;

/// <summary>Songs in files, each with its record within and beside it.</summary>
public sealed class CompositionFileTests
{
    private static readonly MelodyModel Model = TinySongs.TrainLookBack("melody");
    private static readonly Composition Song = new Composer(Model).Compose(
        Melody.Parse("C4 D4"), new CompositionOptions { Steps = 24, Seed = 7 }, CancellationToken.None);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_song_is_written_with_its_record_and_the_record_beside_it()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("song.mid");
        WrittenForm form = new() { Program = 40 };
        Song.Save(path, form, "a.mid");

        Assert.Equal(Song.ToMidi(form, "a.mid").ToBytes(), File.ReadAllBytes(path));
        Assert.Equal(CompositionRecord.Of(Song, form, "a.mid")!.ToJson() + "\n", File.ReadAllText(folder.PathOf("song.json")));
        Assert.Equal(2, Directory.GetFiles(folder.Root).Length);
        Assert.True(SongReplay.Verify(path, Model, cancellationToken: Cancellation).IsSame);

        Song.Save(path); // both are replaced
        Assert.Equal(Song.ToMidi().ToBytes(), File.ReadAllBytes(path));
        Assert.Equal(new WrittenForm(), CompositionRecord.FromJson(File.ReadAllBytes(folder.PathOf("song.json"))).Written);
    }

    [Fact]
    public void A_file_that_is_no_record_is_not_written_over()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("song.json"), "{\"mine\":1}");
        IOException error = Assert.Throws<IOException>(() => Song.Save(folder.PathOf("song.mid")));
        Assert.Contains("song.json, which is no record of a song", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.PathOf("song.mid")));
        Assert.Equal("{\"mine\":1}", File.ReadAllText(folder.PathOf("song.json")));
    }

    [Fact]
    public void A_song_that_has_no_record_is_written_alone_and_none_as_abc()
    {
        using TemporaryFolder folder = new();
        CompositionOptions options = new() { Steps = 8, Sampling = [new OwnStep()] };
        new Composer(Model).Compose(options, Cancellation).Save(folder.PathOf("song.mid"));
        Assert.Equal([folder.PathOf("song.mid")], Directory.GetFiles(folder.Root));
        Assert.Throws<ArgumentException>(() => Song.Save(folder.PathOf("song.ABC")));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void Where_the_song_has_lost_its_record_the_one_beside_it_tells()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("song.mid");
        Song.Save(path);
        Song.ToScore().ToMidi().Save(path); // as other software would
        Assert.True(SongReplay.Verify(path, Model, cancellationToken: Cancellation).IsSame);

        File.WriteAllText(folder.PathOf("song.json"), "{}");
        ReplayResult damaged = SongReplay.Verify(path, Model, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.DamagedRecord, damaged.Outcome);
        Assert.Contains("song.json beside it is none: ", damaged.Message, StringComparison.Ordinal);

        File.Delete(folder.PathOf("song.json"));
        Assert.Equal(ReplayOutcome.NoRecord, SongReplay.Verify(path, Model, cancellationToken: Cancellation).Outcome);
        Assert.Throws<FileNotFoundException>(() => SongReplay.Verify(folder.PathOf("none.mid"), Model, cancellationToken: Cancellation));
        File.WriteAllText(folder.PathOf("text.mid"), "no song");
        Assert.Throws<MidiFormatException>(() => SongReplay.Verify(folder.PathOf("text.mid"), Model, cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData("a/song.mid", "a/song.json")]
    [InlineData("song.MIDI", "song.json")]
    [InlineData("song", "song.json")]
    [InlineData("no.7", "no.7.json")]
    public void The_record_beside_a_song_has_its_name(string song, string record) =>
        Assert.Equal(record, CompositionRecord.PathBeside(song));

    [Fact]
    public void A_song_tells_how_it_was_composed_and_an_outcome_that_nobody_set_claims_nothing()
    {
        Assert.Equal("24 steps after 8, seed 7", Song.ToString());
        Assert.Equal(
            "32 steps from nothing, seed 1", new Composer(Model).Compose(new CompositionOptions { Bars = 2 }, Cancellation).ToString());
        Assert.Equal(ReplayOutcome.NoRecord, default(ReplayOutcome));
    }

    private sealed class OwnStep : ISamplerStep
    {
        public void Apply(Span<float> logits)
        {
        }
    }
}
