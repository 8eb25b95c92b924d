using Tunesmith.Corpus;

namespace Tunesmith.Tests.Corpus;

public sealed class LikelyMeantTests
{
    [Theory]
    [InlineData("--stpes", "--min-steps --steps --seed", "--steps")]
    [InlineData("compse", "compare compose", "compose")]
    [InlineData("trian", "train", "train")]
    [InlineData("--bras", "--bars", "--bars")]
    [InlineData("bsh", "zsh bash", "bash")]
    [InlineData("Lab", "lab melody", "lab")]
    [InlineData("origanlity", "originality", "originality")]
    public void The_nearest_name_was_meant_and_of_those_equally_near_the_one_that_begins_alike(string text, string names, string meant) =>
        Assert.Equal(meant, LikelyMeant.Among(text, names.Split(' ')));

    [Theory]
    [InlineData("--out", "--output --seed", "--output")]
    [InlineData("--mi", "--min-p --min-steps", null)]
    [InlineData("p", "play", null)]
    public void A_beginning_meant_the_only_name_that_it_begins(string text, string names, string? meant) =>
        Assert.Equal(meant, LikelyMeant.Among(text, names.Split(' ')));

    [Theory]
    [InlineData("q", "p")]
    [InlineData("vlc", "aplay")]
    [InlineData("--seed", "--seed")]
    [InlineData("tcsh", "bash zsh fish")]
    [InlineData("", "lab")]
    public void A_name_that_is_the_same_or_too_far_was_not_meant(string text, string names) =>
        Assert.Null(LikelyMeant.Among(text, names.Split(' ')));

    [Fact]
    public void A_path_that_leads_nowhere_meant_a_file_beside_it_or_another_name()
    {
        using TemporaryFolder folder = new();
        folder.Add("my song.mid", 0);
        Assert.Equal(folder.PathOf("my song.mid"), LikelyMeant.ByPath(folder.PathOf("my sogn.mid"), "songbook"));
        Assert.Equal(folder.PathOf("my song.mid"), LikelyMeant.ByPath(folder.PathOf("my song.md"), "songbook"));
        Assert.Equal("songbook", LikelyMeant.ByPath("songbok", "songbook"));
        Assert.Null(LikelyMeant.ByPath(folder.PathOf("songbok"), "songbook"));
        Assert.Null(LikelyMeant.ByPath(Path.Combine(folder.Root, "nowhere", "a.mid"), "songbook"));
        Assert.Null(LikelyMeant.ByPath("", "songbook"));
    }

    [Theory]
    [InlineData("y.mid", "x.mid")]
    [InlineData("y.mid", "x.md")]
    [InlineData("starter.safetensors", "mine.safetensors")]
    public void Files_are_not_alike_for_their_endings(string there, string asked)
    {
        using TemporaryFolder folder = new();
        folder.Add(there, 0);
        Assert.Null(LikelyMeant.ByPath(folder.PathOf(asked)));
    }
}
