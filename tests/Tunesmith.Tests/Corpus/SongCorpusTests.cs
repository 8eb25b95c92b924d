using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Corpus;

public sealed class SongCorpusTests
{
    private static readonly SongCorpus Three = new("songs", CorpusOptions.Lab, [
        Song("A Walk - Chorus.mid", 60, 62),
        Song("A Walk - Verse.mid", 64, -1, 64),
        new CorpusFile { Path = "Broken.mid", LeftOut = new(CorpusCause.Empty, "the file is empty") },
        Song("Old/Walk.mid", 65),
    ]);

    [Fact]
    public void Sequences_are_the_songs_that_are_used_in_order()
    {
        IReadOnlyList<TokenSequence> sequences = Three.Sequences();
        Assert.Equal(3, sequences.Count);
        Assert.Equal([40, 78, 40], sequences[1].Tokens);
        Assert.Equal(["a walk", "a walk", "walk"], sequences.Select(song => song.TitleGroup));
        Assert.Equal(6, Three.Steps);
    }

    [Fact]
    public void Titles_held_out_are_as_they_are_written()
    {
        IReadOnlyList<TitleGroup> groups = TitleGroup.Of(Three.Sequences());
        SongSplit split = SongSplit.Of(groups, groups.Where(group => group.Name == "a walk").ToArray());
        Assert.Equal(["A Walk"], Three.HeldOutTitles(split, groups));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 2 ", 2)]
    [InlineData("verse", 1)]
    [InlineData("WALK", 0)] // part of several names: the first
    [InlineData("old/walk", 2)] // the whole of a name comes before a part
    [InlineData("old", 2)]
    [InlineData("-", 0)] // no number
    public void A_song_is_found_by_number_or_name(string text, int index) => Assert.Equal(index, Three.NumberOf(text));

    [Fact]
    public void A_melody_is_had_by_the_same_names_and_numbers()
    {
        Assert.Equal(Three.Songs.Select(song => song.Melody), Three.Melodies);
        Assert.Same(Three.Songs[1].Melody, Three.MelodyOf("verse"));
        Assert.Same(Three.Songs[2].Melody, Three.MelodyOf("2"));
        Assert.Throws<CorpusException>(() => Three.MelodyOf("xyz"));
    }

    [Fact]
    public void A_file_is_printed_as_its_name_and_what_became_of_it()
    {
        Assert.Equal("a walk: 2 steps", Song("a walk.mid", 60, 62).ToString());
        Assert.Equal(
            "b: shorter than 2 steps; --min-steps 1 would keep it",
            (Song("b.mid", 60) with { LeftOut = new(CorpusCause.TooShort, "shorter than 2 steps", "--min-steps 1") }).ToString());
    }

    [Theory]
    [InlineData("3", "There is no song 3 in \"songs\": its 3 songs are numbered 0 to 2.")]
    [InlineData("-1", "There is no song -1 in \"songs\": its 3 songs are numbered 0 to 2.")]
    [InlineData("99999999999999999999", "There is no song 99999999999999999999 in \"songs\": its 3 songs are numbered 0 to 2.")]
    [InlineData("chorrus", "There is no song \"chorrus\" in \"songs\"; near it: \"A Walk - Chorus\".")]
    [InlineData("xyz", "There is no song \"xyz\" in \"songs\"; use a number from 0 to 2, or part of a file name.")]
    public void A_song_that_is_not_there_is_said_so_with_what_is(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CorpusException>(() => Three.NumberOf(text)).Message);

    [Fact]
    public void A_corpus_without_songs_says_what_was_found_and_what_to_do()
    {
        Assert.Equal(
            "No song in \"songs\": it holds no .mid, .midi, .kar, .smf or .abc file. Name a folder that does.",
            Complaint());
        Assert.Equal(
            "No song to learn from in \"songs\": all 2 files are left out; the longest, b.mid, has 3 of the 128 steps needed. "
            + "Use --min-steps 3, or add songs.",
            Complaint(
                Song("a.mid", 60) with { LeftOut = new(CorpusCause.TooShort, "short") },
                Song("b.mid", 60, 61, 62) with { LeftOut = new(CorpusCause.TooShort, "short") }));
        Assert.Equal(
            "No song to learn from in \"songs\": the one file there is left out; none could be heard. The first, a.mid: the file is empty.",
            Complaint(new CorpusFile { Path = "a.mid", LeftOut = new(CorpusCause.Empty, "the file is empty") }));

        static string Complaint(params CorpusFile[] files)
        {
            SongCorpus corpus = new("songs", CorpusOptions.Lab, files);
            Assert.Equal("songs", Assert.Throws<CorpusException>(() => corpus.NumberOf("0")).Path);
            Assert.Throws<CorpusException>(corpus.RequireSongs);
            return Assert.Throws<CorpusException>(corpus.Sequences).Message;
        }
    }

    [Fact]
    public void The_fingerprint_tells_what_is_learned_and_nothing_else()
    {
        string fingerprint = Fingerprint(Song("a.mid", 60, 62), Song("b.mid", 64));

        // SHA-256 of 02000000 24000000 26000000 01000000 28000000: two tokens, 36 and 38, then one, 40
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                [2, 0, 0, 0, 36, 0, 0, 0, 38, 0, 0, 0, 1, 0, 0, 0, 40, 0, 0, 0])),
            fingerprint);
        CorpusFile empty = new() { Path = "x", LeftOut = new(CorpusCause.Empty, "empty") };
        Assert.Equal(fingerprint, Fingerprint(Song("c.mid", 60, 62), empty, Song("d.mid", 64)));
        Assert.NotEqual(fingerprint, Fingerprint(Song("b.mid", 64), Song("a.mid", 60, 62)));
        Assert.NotEqual(fingerprint, Fingerprint(Song("a.mid", 60), Song("b.mid", 62, 64)));

        static string Fingerprint(params CorpusFile[] files) => new SongCorpus("songs", CorpusOptions.Lab, files).Fingerprint();
    }

    private static CorpusFile Song(string path, params int[] pitches) =>
        new() { Path = path, Melody = Melody.FromSoundingPitches(pitches) };
}
