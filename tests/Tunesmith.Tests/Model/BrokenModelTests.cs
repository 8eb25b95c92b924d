using CsCheck;
using Tunesmith.Model;
using Tunesmith.Tests.Corpus;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>Files that are no models, or lie about themselves: one clear line, no other exception, and never much memory.</summary>
public sealed class BrokenModelTests
{
    private const string Advice = " of the model file. Train the model again, or use another file.";

    private static readonly byte[] Good = MakeGood();

    private static ContainerFile File => ContainerFile.Of(Good);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (int length = 0; length < Good.Length; length++)
        {
            Refused(Good[..length]);
        }
    }

    [Fact]
    public void A_file_changed_anywhere_is_read_or_refused_with_little_memory()
    {
        int header = Good.Length - File.Data.Length;
        byte[] likelyBytes = [.. "\"\\{}[],:0129-e.Fu\0\u007f"u8];
        Gen<int> places = Gen.Frequency((9, Gen.Int[0, header - 1]), (1, Gen.Int[0, Good.Length - 1]));
        Gen<byte> punctuation = Gen.Int[0, likelyBytes.Length - 1].Select(index => likelyBytes[index]);
        Gen<(int At, byte Value)> change = Gen.Select(places, Gen.Byte);
        Gen<(int At, byte Value)> likely = Gen.Select(Gen.Int[8, header - 1], punctuation);
        Gen.OneOf(change, likely).Array[1, 6].Sample(
            changes =>
            {
                byte[] bytes = [.. Good];
                Array.ForEach(changes, change => bytes[change.At] = change.Value);
                long before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    MelodyModel.FromBytes(bytes);
                }
                catch (ModelFormatException)
                {
                }

                return GC.GetAllocatedBytesForCurrentThread() - before < 100 * Good.Length;
            },
            iter: 4000,
            threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MThd and so on")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"__metadata__":[]}""")]
    [InlineData("""{"__metadata__":{"formatVersion":1}}""")]
    [InlineData("""{"a":7}""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":{},"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[4,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967297],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[0.5],"data_offsets":[0,2]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4e400]}}""")]
    [InlineData("""{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"\ud800","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""")]
    public void A_header_that_lies_is_refused(string header) => Refused(new ContainerFile(header, new byte[12]).ToBytes());

    [Fact]
    public void Nested_json_and_a_huge_length_are_refused()
    {
        Refused(new ContainerFile(new string('[', 100_000), []).ToBytes());
        Refused(new ContainerFile("{\"a\":" + new string('{', 100_000), []).ToBytes());
        Refused([255, 255, 255, 255, 255, 255, 255, 255, .. "{}"u8]);
        Refused([255, 255, 255, 127, 0, 0, 0, 0, .. "{}"u8]);
        Refused(File.Replace("\\\"hidden\\\":[3]", "\\\"hidden\\\":" + new string('[', 5000)).ToBytes());
    }

    [Theory]
    [InlineData("\"formatVersion\":\"1\"", "\"formatVersion\":\"2\"", "Expected a Tunesmith model of format 1, found format 2, at byte 0")]
    [InlineData("formatVersion", "version", "Expected \"formatVersion\" in the metadata of a Tunesmith model, found none, at byte 0")]
    [InlineData(
        "encoding\\\":\\\"lab",
        "encoding\\\":\\\"morse",
        "found one that it does not (There is no encoding named \"morse\"; choose one of: lab, melody), at byte 0")]
    [InlineData(
        "[\\\"token\\\"]",
        "[\\\"weather\\\"]",
        "found one that it does not (Expected inputs among: token, sounding, previous, position, held; found \"weather\"), at byte 0")]
    [InlineData(
        "hidden\\\":[3]",
        "hidden\\\":[4097]",
        "found one that it does not (Expected 1 to 8 layers of 1 to 4096 units, found [4097]), at byte 0")]
    [InlineData("hidden\\\":[3]", "hidden\\\":[4]", "Expected 1718 weights for the network it describes, found 1296, at byte 0")]
    [InlineData("\"shape\":[78,12]", "\"shape\":[12,78]", "Expected tensor layer0.Wx of shape [78, 12], found [12, 78], at byte 0")]
    [InlineData("\"shape\":[78,12]", "\"shape\":[78,13]", "Expected tensor layer0.Wx of shape [78, 13], found 3744 bytes, at byte ")]
    [InlineData("layer0.Wh", "layer0.Wq", "Expected tensor layer0.Wh of shape [3, 12], found none of that name, at byte 0")]
    [InlineData("\"F32\"", "\"F64\"", "of type F32, found F64, at byte 8")]
    [InlineData("window\\\":8", "window\\\":0", "(Expected a window of 1 to 8192 steps, found 0), at byte 0")]
    [InlineData("[\\\"token\\\"]", "[null]", "found one that it does not (Expected inputs among: token, ")]
    [InlineData("[\\\"token\\\"]", "[]", "found one that it does not (Expected one of the inputs at least, found none), at byte 0")]
    [InlineData("restIsToken", "restIsTokens", "Expected JSON of the definition as this version writes it, found something else (")]
    [InlineData("loss\\\":null", "loss\\\":1e999", "Expected finite numbers in the training, found infinity, at byte 0")]
    [InlineData("songSteps\\\":0", "songSteps\\\":null", "Expected JSON of the training as this version writes it, found something")]
    public void What_does_not_fit_is_said_in_one_line(string old, string other, string message)
    {
        Assert.Contains(message, Refused(File.Replace(old, other).ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_source_of_no_name_is_refused() => Assert.Contains(
        "found one that it does not (Expected copies among: hold, figure, ",
        Refused(File.Replace("restIsToken\\\":false", "restIsToken\\\":true").Replace("copies\\\":[]", "copies\\\":[null]").ToBytes()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("inputs", "[\\\"token\\\"]", "(Expected one of the inputs at least, found none)")]
    [InlineData("hidden", "[3]", "(Expected 1 to 8 layers of 1 to 4096 units, found [])")]
    public void A_list_that_is_left_out_is_said_in_one_line(string name, string list, string message) =>
        Assert.Contains(message, Refused(File.Replace($"\\\"{name}\\\":{list},", "").ToBytes()), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_model_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("a.safetensors");
        System.IO.File.WriteAllBytes(path, [1, 2, 3]);
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => MelodyModel.Load(path));
        Assert.Equal((path, 0L), (error.Path, error.Offset));
        Assert.Equal($"{path}: expected a safetensors file of at least 8 bytes, found 3, at byte 0{Advice}", error.Message);
        Assert.Equal(path, Assert.Throws<ModelFormatException>(() => TrainingCheckpoint.Load(path)).Path);
    }

    [Fact]
    public void Bytes_after_the_last_tensor_are_refused() =>
        Assert.StartsWith("Expected the end of the file, found 3 bytes more, at", Refused([.. Good, 1, 2, 3]), StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_that_are_no_numbers_are_refused(float weight)
    {
        byte[] bytes = [.. Good];
        BitConverter.GetBytes(weight).CopyTo(bytes, bytes.Length - 4);
        string message = "Expected finite numbers in tensor out.bo, found infinity or not-a-number, at byte 0";
        Assert.StartsWith(message, Refused(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_file_says_cannot_make_the_message_long_or_wild()
    {
        string type = "F32\\n\\u001b[31m" + new string('y', 100_000);
        string header = $$$"""{"{{{new string('x', 100_000)}}}":{"dtype":"{{{type}}}","shape":[1],"data_offsets":[0,4]}}""";
        string message = Refused(new ContainerFile(header, new byte[4]).ToBytes());
        Assert.InRange(message.Length, 100, 700);
        Assert.Contains("found F32??[31myyy", message, StringComparison.Ordinal);
    }

    private static string Refused(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => MelodyModel.FromBytes(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, (100L * bytes.Length) + 1_000_000);
        Assert.EndsWith(Advice, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        return error.Message;
    }

    private static byte[] MakeGood()
    {
        ModelDefinition definition = new() { RestIsToken = false, Hidden = [3], Window = 8 };
        return new MelodyModel(definition, new Parameters(definition.CreateShape())) { RecipeJson = "{}" }.ToBytes();
    }
}
