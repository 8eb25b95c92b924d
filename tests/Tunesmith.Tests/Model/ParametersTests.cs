using CsCheck;
using Tunesmith.Model;
using Tunesmith.Tests.Compute;

namespace Tunesmith.Tests.Model;

/// <summary>Tensors in and out of the padded buffer.</summary>
public sealed class ParametersTests
{
    private static readonly Gen<NetworkShape> Shapes =
        from rows in Gen.Int[1, 40]
        from hidden in Gen.Int[1, 70].Array[1, 3]
        from outputs in Gen.Int[1, 70]
        from skip in Gen.Bool
        select new NetworkShape(rows, 1, hidden, outputs) { Skip = skip };

    [Fact]
    public void What_is_set_is_got_whatever_the_sizes() =>
        Shapes.Sample(
            shape =>
            {
                Parameters parameters = new(shape);
                int seed = 0;
                foreach (string name in parameters.Names)
                {
                    parameters.Set(name, Numbers.Floats(seed++, Count(parameters, name)));
                }

                seed = 0;
                foreach (string name in parameters.Names)
                {
                    Numbers.SameBits(Numbers.Floats(seed++, Count(parameters, name)), parameters.Get(name), name);
                }

                Assert.Equal(shape.ParameterCount, parameters.Names.Sum(name => (long)Count(parameters, name)));
                Assert.Equal(0, parameters.Buffer.Length % 32);
            },
            iter: 20);

    [Fact]
    public void Tensors_have_the_names_and_shapes_of_model_files()
    {
        Parameters parameters = new(new NetworkShape(78, 1, [128, 5], 79));
        Assert.Equal(
            ["layer0.Wx", "layer0.Wh", "layer0.b", "layer1.Wx", "layer1.Wh", "layer1.b", "out.Wo", "out.bo"], parameters.Names);
        Assert.Equal([78, 512], parameters.ShapeOf("layer0.Wx"));
        Assert.Equal([128, 512], parameters.ShapeOf("layer0.Wh"));
        Assert.Equal([512], parameters.ShapeOf("layer0.b"));
        Assert.Equal([128, 20], parameters.ShapeOf("layer1.Wx"));
        Assert.Equal([5, 20], parameters.ShapeOf("layer1.Wh"));
        Assert.Equal([5, 79], parameters.ShapeOf("out.Wo"));
        Assert.Equal([79], parameters.ShapeOf("out.bo"));
    }

    [Fact]
    public void Where_rows_feed_the_logits_there_is_a_table_for_it_at_the_end()
    {
        Parameters parameters = new(new NetworkShape(78, 3, [128], 79) { Skip = true });
        Assert.Equal(["layer0.Wx", "layer0.Wh", "layer0.b", "out.Wo", "out.bo", "out.Ws"], parameters.Names);
        Assert.Equal([78, 79], parameters.ShapeOf("out.Ws"));
    }

    [Fact]
    public void Gates_stand_apart_each_padded_by_itself()
    {
        Parameters parameters = new(new NetworkShape(1, 1, [2], 1));
        parameters.Set("layer0.b", [1, 2, 3, 4, 5, 6, 7, 8]);
        Span<float> bias = parameters.Layout.Layers[0].Bias.In(parameters.Buffer);
        Assert.Equal(4 * 32, bias.Length);
        Assert.Equal([1, 2, 0], bias[..3].ToArray());
        Assert.Equal([3, 4, 0], bias[32..35].ToArray());
        Assert.Equal([5, 6, 0], bias[64..67].ToArray());
        Assert.Equal([7, 8, 0], bias[96..99].ToArray());
    }

    [Fact]
    public void Unknown_tensors_and_wrong_lengths_are_refused()
    {
        Parameters parameters = new(new NetworkShape(2, 1, [3], 4));
        KeyNotFoundException failure = Assert.Throws<KeyNotFoundException>(() => parameters.Get("layer1.Wx"));
        Assert.Contains("layer0.Wx, layer0.Wh, layer0.b, out.Wo, out.bo", failure.Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => parameters.Set("", []));
        Assert.Throws<KeyNotFoundException>(() => parameters.ShapeOf("out.wo"));
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.Set("out.bo", new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => parameters.Set("out.bo", new float[5]));
    }

    [Theory]
    [InlineData(0, 1, new[] { 1 }, 1)]
    [InlineData(1, 0, new[] { 1 }, 1)]
    [InlineData(1, 1, new int[0], 1)]
    [InlineData(1, 1, new[] { 0 }, 1)]
    [InlineData(1, 1, new[] { 4, 4097 }, 1)]
    [InlineData(1, 1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 1)]
    [InlineData(1, 1, new[] { 1 }, 0)]
    public void A_network_of_impossible_size_is_refused(int inputRows, int rowsPerStep, int[] hidden, int outputs) =>
        Assert.ThrowsAny<ArgumentException>(() => new Parameters(new NetworkShape(inputRows, rowsPerStep, hidden, outputs)));

    private static int Count(Parameters parameters, string name) =>
        parameters.ShapeOf(name).Aggregate(1, (product, length) => product * length);
}
