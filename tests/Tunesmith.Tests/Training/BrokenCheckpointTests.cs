using CsCheck;
using Tunesmith.Model;
using Tunesmith.Tests.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>Files that are no checkpoints, or lie about themselves: one clear line and no other exception.</summary>
public sealed class BrokenCheckpointTests
{
    private static readonly Recipe Recipe = TinySongs.Recipe with { Definition = TinySongs.Recipe.Definition with { Hidden = [3] } };
    private static readonly byte[] Good = Leg.Stopped(Recipe, 2);

    [Fact]
    public void A_good_one_has_the_tensors_and_keys_of_the_document()
    {
        ContainerFile file = ContainerFile.Of(Good);
        string[] names = ["layer0.Wx", "layer0.Wh", "layer0.b", "out.Wo", "out.bo"];
        Assert.Equal(
            [.. names, .. names.Select(name => $"adam.mean.{name}"), .. names.Select(name => $"adam.square.{name}")],
            file.Tensors().Select(tensor => tensor.Name));
        Dictionary<string, string> metadata = file.Metadata();
        Assert.Equal(["checkpoint", "dataFingerprint", "definition", "formatVersion", "recipe", "training"], metadata.Keys);
        Assert.Matches(
            """^\{"random":\[("[0-9a-f]{16}",?){4}\],"scores":\[\{"step":0,"loss":[0-9.]+,"accuracy":[0-9.]+\},\{"step":1,.*\}\]"""
                + ""","best":null,"looksSinceBest":0\}$""",
            metadata["checkpoint"]);
        Assert.Equal(Good, TrainingCheckpoint.FromBytes(Good).ToBytes());
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        int header = Good.Length - ContainerFile.Of(Good).Data.Length;
        for (int length = 0; length < Good.Length; length += length < header ? 1 : 7)
        {
            Refused(Good[..length]);
        }
    }

    [Fact]
    public void A_file_changed_anywhere_is_read_or_refused()
    {
        int header = Good.Length - ContainerFile.Of(Good).Data.Length;
        byte[] likelyBytes = [.. "\"\\{}[],:0129-e.Fu\0\u007f"u8];
        Gen<int> places = Gen.Frequency((9, Gen.Int[0, header - 1]), (1, Gen.Int[0, Good.Length - 1]));
        Gen<(int At, byte Value)> change = Gen.Select(places, Gen.Byte);
        Gen<(int At, byte Value)> likely =
            Gen.Select(Gen.Int[8, header - 1], Gen.Int[0, likelyBytes.Length - 1].Select(index => likelyBytes[index]));
        Gen.OneOf(change, likely).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. Good];
                Array.ForEach(changes, change => bytes[change.At] = change.Value);
                try
                {
                    TrainingCheckpoint checkpoint = TrainingCheckpoint.FromBytes(bytes);
                    checkpoint.DifferenceTo(Recipe, TinySongs.Sequences, "abc");
                    checkpoint.ToBytes();
                }
                catch (ModelFormatException)
                {
                }
            },
            iter: 6000,
            threads: 1);
    }

    [Fact]
    public void A_model_is_no_checkpoint() => Assert.StartsWith(
        "Expected \"checkpoint\" in the metadata",
        Refused(TinySongs.Train().ToBytes()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"random":null,"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":null,"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[],"more":1,"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[null],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[{"step":1,"loss":1e999,"accuracy":0}],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":[1,2,3,4],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":[null,"1","2","3"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4","5"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["0","0","0","0"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["-1","2","3","4"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["10000000000000000","2","3","4"],"scores":[],"best":null,"looksSinceBest":0}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[]}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[],"best":null,"looksSinceBest":1}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[],"best":null,"looksSinceBest":-1}""")]
    [InlineData("""{"random":["1","2","3","4"],"scores":[],"best":{"step":1,"loss":1,"accuracy":0,"moveAccuracy":null},"looksSinceBest":0}""")]
    public void A_state_that_no_training_has_is_refused(string state) => Refused(With("checkpoint", state));

    [Fact]
    public void More_scores_than_a_summary_is_made_of_are_refused()
    {
        string scores = string.Join(',', Enumerable.Repeat("""{"step":1,"loss":1,"accuracy":0}""", 6));
        Refused(With("checkpoint", $$"""{"random":["1","2","3","4"],"scores":[{{scores}}],"best":null,"looksSinceBest":0}"""));
    }

    [Theory]
    [InlineData("\\\"best\\\":{\\\"step\\\":1,", "\\\"best\\\":{\\\"step\\\":2,")]
    [InlineData("\\\"looksSinceBest\\\":0", "\\\"looksSinceBest\\\":-1")]
    [InlineData("\\\"moveAccuracy\\\":", "\\\"moveAccuracy\\\":1e999")]
    [InlineData("\\\"loss\\\":null", "\\\"loss\\\":1e999")]
    [InlineData("\\\"heldOut\\\":{", "\\\"heldOut\\\":{\\\"titles\\\":3,")]
    [InlineData("best.out.bo", "best.out.bx")]
    public void What_no_training_with_songs_held_out_leads_to_is_refused(string old, string other)
    {
        byte[] good = Leg.Stopped(Recipe with { Validation = new Validation { Share = 0.3, Every = 1 } }, 2);
        Assert.Equal(good, TrainingCheckpoint.FromBytes(good).ToBytes());
        Refused(ContainerFile.Of(good).Replace(old, other).ToBytes());
    }

    [Theory]
    [InlineData("adam.mean.layer0.Wx")]
    [InlineData("adam.square.out.bo")]
    public void A_moment_that_is_missing_is_refused(string name) => Assert.StartsWith(
        $"Expected tensor {name} of shape [",
        Refused(ContainerFile.Of(Good).Replace(name, "adam.other").ToBytes()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1f)]
    public void A_square_that_cannot_be_is_refused(float value)
    {
        byte[] bytes = [.. Good];
        BitConverter.GetBytes(value).CopyTo(bytes, bytes.Length - 4); // the last of adam.square.out.bo
        Refused(bytes);
    }

    [Theory]
    [InlineData("\\\"steps\\\":2,", "\\\"steps\\\":-1,")]
    [InlineData("\\\"seed\\\":1}", "\\\"sead\\\":1}")]
    [InlineData("\\\"learningRate\\\":0.01", "\\\"learningRate\\\":1e999")]
    public void What_no_training_leads_to_is_refused(string old, string other) =>
        Refused(ContainerFile.Of(Good).Replace(old, other).ToBytes());

    [Fact]
    public void A_recipe_of_another_network_is_refused()
    {
        string recipe = (Recipe with { Definition = Recipe.Definition with { Hidden = [40] } }).ToJson();
        Assert.Contains("the state of a training in the checkpoint", Refused(With("recipe", recipe)), StringComparison.Ordinal);
        Refused(With("recipe", ""));
    }

    /// <summary>The good file with another value for a key of its metadata.</summary>
    private static byte[] With(string key, string value)
    {
        ContainerFile file = ContainerFile.Of(Good);
        System.Text.Json.Nodes.JsonNode header = System.Text.Json.Nodes.JsonNode.Parse(file.Header)!;
        header["__metadata__"]![key] = value;
        return (file with { Header = header.ToJsonString() }).ToBytes();
    }

    private static string Refused(byte[] bytes)
    {
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => TrainingCheckpoint.FromBytes(bytes));
        Assert.DoesNotContain(error.Message, char.IsControl);
        return error.Message;
    }
}
