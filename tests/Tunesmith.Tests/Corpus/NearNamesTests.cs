using Tunesmith.Corpus;

namespace Tunesmith.Tests.Corpus;

public sealed class NearNamesTests
{
    private static readonly string[] Names = ["Summer Days", "Winter Days", "Summer Night", "Autumn", "Summers"];

    [Fact]
    public void Names_near_a_text_are_at_most_three_and_the_likest_first()
    {
        Assert.Equal(["Summer Days", "Summer Night", "Summers"], NearNames.Of("summmer", Names));
        Assert.Empty(NearNames.Of("q", Names));
    }

    [Fact]
    public void The_name_that_was_meant_is_the_likest_and_of_those_the_closest_in_length()
    {
        Assert.Equal("--steps", NearNames.Meant("--stpes", ["--min-steps", "--steps", "--seed"]));
        Assert.Equal("compose", NearNames.Meant("compse", ["compare", "compose"]));
        Assert.Null(NearNames.Meant("q", Names));
    }

    [Fact]
    public void A_path_that_leads_nowhere_meant_a_file_beside_it_or_another_name()
    {
        using TemporaryFolder folder = new();
        folder.Add("my song.mid", 0);
        Assert.Equal(folder.PathOf("my song.mid"), NearNames.MeantBy(folder.PathOf("my sogn.mid"), "songbook"));
        Assert.Equal("songbook", NearNames.MeantBy("songbok", "songbook"));
        Assert.Null(NearNames.MeantBy(folder.PathOf("songbok"), "songbook"));
        Assert.Null(NearNames.MeantBy(Path.Combine(folder.Root, "nowhere", "a.mid"), "songbook"));
        Assert.Null(NearNames.MeantBy("", "songbook"));
    }

    [Fact]
    public void A_hint_names_them_in_quotes_where_there_are_any()
    {
        Assert.Equal("near it: \"Autumn\"", NearNames.Hint("autum", Names));
        Assert.Null(NearNames.Hint("spring", Names));
    }
}
