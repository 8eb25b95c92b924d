using Tunesmith.Pictures;

namespace Tunesmith.Tests.Pictures;

public sealed class PictureTextTests
{
    [Theory]
    [InlineData("Flute", "Flute")]
    [InlineData("  two\r\n\tlines\0\0", "two lines")]
    [InlineData("a\u0001b\u001bc", "a?b?c")]
    [InlineData("a\u202Eb\u200Fc\uFEFF", "a?b?c?")]
    [InlineData("x\uffff", "x?")]
    [InlineData("아리랑", "아리랑")]
    public void A_name_is_one_line_of_what_can_be_shown(string text, string name) => Assert.Equal(name, PictureText.Name(text));

    [Fact]
    public void Half_a_letter_is_none() => Assert.Equal("\ufffdx", PictureText.Name(new string(['\ud800', 'x'])));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        Assert.Equal("abcdefghi…", PictureText.Name("abcdefghijklmnop", 10));
        Assert.Equal("abcdefghij", PictureText.Name("abcdefghij", 10));
        Assert.Equal(new string('é', 9) + "…", PictureText.Name(string.Concat(Enumerable.Repeat("é", 12)), 10));
        Assert.InRange(PictureText.Name("x" + new string('\u0301', 5_000), 10).Length, 1, 41); // a letter of five thousand marks
        Assert.InRange(PictureText.Name(string.Concat(Enumerable.Repeat("😀", 500)), 10).EnumerateRunes().Count(), 2, 10);
    }

    [Fact]
    public void A_sentence_is_broken_between_words_where_a_line_is_full()
    {
        Assert.Equal(["one two", "three"], PictureText.Lines("one two three", 10, 60));
        Assert.Equal(["one", "incomprehensibilities", "x"], PictureText.Lines("one incomprehensibilities x", 10, 60));
        Assert.Equal([""], PictureText.Lines("", 10, 60));
    }

    [Fact]
    public void Wide_letters_count_more()
    {
        Assert.True(PictureText.Width("아리랑", 10) > PictureText.Width("abc", 10));
        Assert.True(PictureText.Width("mmm", 10) > PictureText.Width("iii", 10));
        Assert.Equal(0, PictureText.Width("", 10));
    }
}
