using Tunesmith.Model;
using Tunesmith.Tests.Corpus;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Model;

public sealed class ModelFileTests
{
    private static readonly MelodyModel Model = TinySongs.Train();

    [Fact]
    public void A_model_read_again_is_the_same_to_the_last_byte()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("a.safetensors");
        File.WriteAllText(path, "what was there before");
        Model.Save(path);
        MelodyModel again = MelodyModel.Load(path);

        Assert.Equal(Model.ToBytes(), File.ReadAllBytes(path));
        Assert.Equal(Model.ToBytes(), again.ToBytes());
        Assert.Equal(Model.Parameters.Buffer.Span.ToArray(), again.Parameters.Buffer.Span.ToArray());
        Assert.Equal((Model.Summary, Model.RecipeJson, Model.DataFingerprint), (again.Summary, again.RecipeJson, again.DataFingerprint));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void Definition_and_texts_come_back_as_they_were()
    {
        ModelDefinition definition = new() { RestIsToken = true, Hidden = [3, 40], Window = 8192 };
        MelodyModel model = new(definition, new Parameters(definition.CreateShape()))
        {
            RecipeJson = "any text: \"é\" \n \u0001 \U0001F3B5",
            DataFingerprint = "00ff",
            Summary = new TrainingSummary
            {
                Steps = int.MaxValue,
                Loss = 0.1 + 0.2,
                Accuracy = null,
                Songs = 2,
                SongSteps = long.MaxValue,
                HeldOut = new HeldOutSummary { Songs = 1, SongSteps = 9, Step = 3, Loss = 0.1 + 0.2, MoveAccuracy = 0.5 },
                StoppedBy = TrainingStop.Patience,
            },
        };
        MelodyModel again = MelodyModel.FromBytes(model.ToBytes());
        Assert.Equal((model.RecipeJson, model.DataFingerprint, model.Summary), (again.RecipeJson, again.DataFingerprint, again.Summary));
        Assert.Equal((true, 8192), (again.Definition.RestIsToken, again.Definition.Window));
        Assert.Equal([3, 40], again.Definition.Hidden);
    }

    [Fact]
    public void The_file_is_what_the_format_of_safetensors_says()
    {
        byte[] bytes = Model.ToBytes();
        ContainerFile file = ContainerFile.Of(bytes);
        Assert.Equal(0, (bytes.Length - file.Data.Length) % 8); // the data are aligned
        Assert.StartsWith("{\"__metadata__\":{", file.Header, StringComparison.Ordinal);
        Assert.EndsWith("}", file.Header.TrimEnd(' '), StringComparison.Ordinal);
        Assert.Equal(
            [("layer0.Wx", "78 48"), ("layer0.Wh", "12 48"), ("layer0.b", "48"), ("out.Wo", "12 78"), ("out.bo", "78")],
            file.Tensors().Select(tensor => (tensor.Name, string.Join(' ', tensor.Shape))));
        Assert.All(file.Tensors(), tensor => Assert.Equal(Model.Parameters.Get(tensor.Name), tensor.Values));
    }

    [Fact]
    public void The_file_says_what_the_model_is_and_nothing_of_where_it_was_made()
    {
        Dictionary<string, string> metadata = ContainerFile.Of(Model.ToBytes()).Metadata();
        Assert.Equal(["dataFingerprint", "definition", "formatVersion", "recipe", "training"], metadata.Keys);
        Assert.Equal("1", metadata["formatVersion"]);
        Assert.Equal(
            """
            {"encoding":"lab","voice":"auto","grid":4,"restIsToken":false,"inputs":["token"],"copies":[],"skip":false,
            "hidden":[12],"window":8}
            """.ReplaceLineEndings(""),
            metadata["definition"]);
        Assert.Equal(
            """
            {"name":"lab",
            "definition":{"encoding":"lab","voice":"auto","grid":4,"restIsToken":false,"inputs":["token"],"copies":[],"skip":false,
            "hidden":[12],"window":8},
            "minSteps":10,"scored":"Last","batch":20,"steps":5,"learningRate":0.01,"schedule":{"warmUp":0,"finalShare":1},"clip":0,
            "regularization":{"weightDecay":0,"inputDropout":0,"outputDropout":0,"transpose":0},"initialization":"Lab",
            "validation":{"share":0,"every":10,"patience":0},"reachAccuracy":null,"displayEvery":10,"seed":1}
            """.ReplaceLineEndings(""),
            metadata["recipe"]);
        Assert.Matches(
            """^{"steps":5,"loss":[0-9.]+,"accuracy":[0-9.]+,"songs":3,"songSteps":93,"heldOut":null,"stoppedBy":null}$""",
            metadata["training"]);
    }

    [Fact]
    public void Weights_of_another_shape_do_not_make_a_model()
    {
        ModelDefinition definition = Model.Definition;
        Assert.Throws<ArgumentException>(() => new MelodyModel(definition with { Hidden = [13] }, Model.Parameters));
        Assert.Throws<ArgumentException>(() => new MelodyModel(definition with { Hidden = [12, 12] }, Model.Parameters));
        Assert.Throws<ArgumentException>(() => new MelodyModel(definition with { RestIsToken = true }, Model.Parameters));
        NetworkShape twoRows = definition.CreateShape() with { RowsPerStep = 2 };
        Assert.Throws<ArgumentException>(() => new MelodyModel(definition, new Parameters(twoRows)));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        using TemporaryFolder folder = new();
        string taken = Path.GetDirectoryName(folder.PathOf("taken/x"))!;
        Assert.ThrowsAny<Exception>(() => Model.Save(taken));
        Assert.Equal([taken], Directory.GetFileSystemEntries(folder.Root));
    }
}
