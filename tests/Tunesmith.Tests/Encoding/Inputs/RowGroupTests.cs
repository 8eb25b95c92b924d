using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

public sealed class RowGroupTests
{
    [Theory]
    [InlineData("lab", "C4", "C4 C4 none 1")]
    [InlineData("lab", "D4 C4 - -", "C4 C4 D4 3")]
    [InlineData("lab", "D4 . .", "rest rest D4 2")]
    [InlineData("lab", "C4 C4 D4", "D4 D4 C4 1")]
    [InlineData("melody", "C4", "C4 C4 none 1")]
    [InlineData("melody", "D4 C4 - -", "hold C4 D4 3")]
    [InlineData("melody", "D4 . .", "rest rest D4 2")]
    [InlineData("melody", "C4 C4", "C4 C4 C4 1")]
    public void What_sounds_and_sounded_and_for_how_long(string name, string song, string rows)
    {
        MelodyEncoding encoding = Encodings.ByName(name);
        int count = encoding.TokenCount;
        InputLayout layout = new(encoding, [new TokenRows(count), new SoundingRows(count), new PreviousRows(count), new HeldRows()]);
        int[] found = InputSongs.Read(layout, InputSongs.Tokens(encoding, song), bar: 4).Rows.ToArray();
        string[] names = [.. found[..3].Select((row, group) => row < 0 ? "none" : encoding.TokenName(row - (group * count)))];
        Assert.Equal(rows, $"{string.Join(' ', names)} {found[3] - (3 * count) + 1}");
        Assert.Equal((3 * count) + 17, layout.RowCount);
    }

    [Fact]
    public void A_note_of_17_steps_or_more_has_the_last_row()
    {
        InputLayout layout = new(Encodings.Melody(), [new HeldRows()]);
        foreach ((int steps, int row) in new[] { (1, 0), (2, 1), (16, 15), (17, 16), (18, 16), (1000, 16) })
        {
            Assert.Equal(row, InputSongs.Read(layout, [62, .. new int[steps - 1]], bar: 16).Rows[0]);
        }
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(0, 3, 3)]
    [InlineData(0, 16, 120)]
    [InlineData(15, 16, 135)]
    [InlineData(47, 48, 1175)]
    [InlineData(0, 49, 1128)]
    [InlineData(48, 49, 1128)]
    [InlineData(49, 1000, 1129)]
    public void Each_step_of_each_bar_has_a_row_of_its_own(int offset, int length, int row)
    {
        InputReader reader = new InputLayout(Encodings.Lab, [new PositionRows()]).CreateReader();
        reader.Hear(0, new BarPosition(offset, length));
        Assert.Equal(row, reader.Rows[0]);
        Assert.Equal(1176, new PositionRows().RowCount);
    }

    [Fact]
    public void Where_a_rest_is_no_token_it_has_no_row()
    {
        InputLayout layout = new(Encodings.Lab, [new TokenRows(78), new SoundingRows(78), new PreviousRows(78)]);
        Assert.Equal([-1, -1, 156 + 36], InputSongs.Read(layout, [36, 78], bar: 16).Rows.ToArray());
        Assert.Equal([37, 78 + 37, -1], InputSongs.Read(layout, [36, 78, 37], bar: 16).Rows.ToArray());
    }

    [Fact]
    public void Pitches_move_and_all_else_stays()
    {
        InputLayout layout = InputSongs.Layout(Encodings.Melody());
        int[] rows = [0, 130 + 62, -1, 260 + 130 + 7, 390 + 1176 + 3];
        layout.Transpose(rows, 5);
        Assert.Equal([0, 130 + 67, -1, 260 + 130 + 7, 390 + 1176 + 3], rows);
        layout.Transpose(rows, 100); // G9 is 127
        Assert.Equal([0, -1, -1, 260 + 130 + 7, 390 + 1176 + 3], rows);
    }

    [Fact]
    public void A_layout_without_rows_is_refused() =>
        Assert.Throws<ArgumentException>(() => new InputLayout(Encodings.Lab, [], InputSongs.Sources));
}
