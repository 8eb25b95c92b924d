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
    public void A_hint_names_them_in_quotes_where_there_are_any()
    {
        Assert.Equal("near it: \"Autumn\"", NearNames.Hint("autum", Names));
        Assert.Null(NearNames.Hint("spring", Names));
    }
}
