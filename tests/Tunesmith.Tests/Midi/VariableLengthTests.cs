using CsCheck;
using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

public sealed class VariableLengthTests
{
    [Theory]
    [InlineData(0x00, "00")]
    [InlineData(0x40, "40")]
    [InlineData(0x7F, "7F")]
    [InlineData(0x80, "8100")]
    [InlineData(0x2000, "C000")]
    [InlineData(0x3FFF, "FF7F")]
    [InlineData(0x4000, "818000")]
    [InlineData(0x1FFFFF, "FFFF7F")]
    [InlineData(0x200000, "81808000")]
    [InlineData(0x0FFFFFFF, "FFFFFF7F")]
    public void A_number_has_seven_bits_a_byte_most_significant_first(int value, string expected)
    {
        byte[] bytes = new byte[4];
        int size = VariableLength.Write(bytes, value);
        Assert.Equal(expected, Convert.ToHexString(bytes[..size]));
        Assert.Equal(size, VariableLength.Size(value));
        Assert.Equal(size, VariableLength.Read(bytes, out int read));
        Assert.Equal(value, read);
    }

    [Fact]
    public void Every_number_that_fits_is_read_as_it_was_written() => Gen.Int[0, VariableLength.Highest].Sample(value =>
    {
        byte[] bytes = new byte[5];
        int size = VariableLength.Write(bytes, value);
        bool isRead = VariableLength.Read(bytes, out int read) == size && read == value;
        return isRead && VariableLength.Read(bytes.AsSpan(0, size - 1), out _) == 0;
    });

    [Fact]
    public void More_than_four_bytes_are_read_to_the_last_and_a_number_too_high_is_the_highest()
    {
        Assert.Equal(5, VariableLength.Read([0x80, 0x80, 0x80, 0x81, 0x00], out int value));
        Assert.Equal(128, value);
        Assert.Equal(5, VariableLength.Read([0xFF, 0xFF, 0xFF, 0xFF, 0x7F], out value));
        Assert.Equal(VariableLength.Highest, value);
        Assert.Equal(12, VariableLength.Read([0xFF, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00], out value));
        Assert.Equal(VariableLength.Highest, value);
        Assert.Equal(0, VariableLength.Read([0x80, 0x80, 0x80, 0x80, 0x80], out _));
    }
}
