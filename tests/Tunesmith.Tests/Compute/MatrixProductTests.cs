using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The products against their three-loop twins, bit for bit.</summary>
public sealed class MatrixProductTests
{
    public static TheoryData<int> Widths => Numbers.Widths;

    private static readonly Gen<(int Rows, int Depth, int Columns, int Extra)> Shapes =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 70], Gen.Int[1, 4].Select(panels => 32 * panels), Gen.Int[0, 40]);

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_number_of_rows_is_one_chain_an_element(int bits)
    {
        for (int rows = 0; rows <= 20; rows++)
        {
            Product(rows, depth: 5, columns: 64, extra: 0, bits);
            Transposed(rows, depth: 5, columns: 64, extra: 0, bits);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_single_row_meets_its_panels_four_at_a_time_and_then_those_that_are_left(int bits)
    {
        for (int columns = 32; columns <= 9 * 32; columns += 32)
        {
            Product(rows: 1, depth: 0, columns, extra: 0, bits);
            Product(rows: 1, depth: 37, columns, extra: 5, bits);
        }
    }

    [Theory]
    [InlineData(128)]
    [InlineData(257)]
    [InlineData(700)]
    public void A_deep_product_is_one_chain_an_element(int depth) =>
        Array.ForEach(Numbers.AllBits, bits => Product(rows: 11, depth, columns: 64, extra: 3, bits));

    [Fact]
    public void Products_of_all_shapes_are_their_twins() =>
        Shapes.Sample(
            (rows, depth, columns, extra) => Array.ForEach(Numbers.AllBits, bits => Product(rows, depth, columns, extra, bits)),
            iter: 60);

    [Fact]
    public void Transposed_products_of_all_shapes_are_their_twins() =>
        Shapes.Sample(
            (rows, depth, columns, extra) => Array.ForEach(Numbers.AllBits, bits => Transposed(rows, depth, columns, extra, bits)),
            iter: 60);

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public void A_transposed_product_deeper_than_a_chunk_is_still_one_chain(int depth) =>
        Array.ForEach(Numbers.AllBits, bits => Transposed(rows: 9, depth, columns: 32, extra: 3, bits));

    [Fact]
    public void A_product_beyond_its_buffers_is_refused()
    {
        PackedMatrix b = new(depth: 4, columns: 32, VectorWidth.Bits);
        Assert.Throws<ArgumentException>(() => MatrixProduct.Accumulate(new float[7], 4, b, new float[64], 32, rows: 2));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Accumulate(new float[8], 4, b, new float[63], 32, rows: 2));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Accumulate(new float[8], 4, b, new float[64], 16, rows: 2));
        Assert.Throws<ArgumentException>(
            () => MatrixProduct.AccumulateTransposed(new float[8], 2, new float[128], 32, new float[64], 32, 2, columns: 31, depth: 4, 32));
        Assert.Throws<ArgumentException>(
            () => MatrixProduct.AccumulateTransposed(new float[8], 2, new float[127], 32, new float[64], 32, 2, columns: 32, depth: 4, 32));
    }

    private static void Product(int rows, int depth, int columns, int extra, int bits)
    {
        int aStride = depth + extra;
        int cStride = columns + extra;
        float[] a = Numbers.Floats(1, rows * aStride);
        float[] b = Numbers.Floats(2, depth * columns);
        float[] found = Numbers.Floats(3, rows * cStride);
        float[] expected = [.. found];
        PackedMatrix packed = new(depth, columns, bits);
        packed.Pack(b, columns, columns, 1);

        MatrixProduct.Accumulate(a, aStride, packed, found, cStride, rows);
        MatrixProduct.AccumulateTwin(a, aStride, b, columns, expected, cStride, rows, columns, depth);
        Numbers.SameBits(expected, found, $"({rows}, {depth}) x ({depth}, {columns}) at {bits} bits");
    }

    private static void Transposed(int rows, int depth, int columns, int extra, int bits)
    {
        int aStride = rows + extra;
        int stride = columns + extra;
        float[] a = Numbers.Floats(4, depth * aStride);
        float[] b = Numbers.Floats(5, depth * stride);
        float[] found = Numbers.Floats(6, rows * stride);
        float[] expected = [.. found];

        MatrixProduct.AccumulateTransposed(a, aStride, b, stride, found, stride, rows, columns, depth, bits);
        MatrixProduct.AccumulateTransposedTwin(a, aStride, b, stride, expected, stride, rows, columns, depth);
        Numbers.SameBits(expected, found, $"({depth}, {rows})^T x ({depth}, {columns}) at {bits} bits");
    }
}
