using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tunesmith.Corpus;
using Tunesmith.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>The example of docs/model-file.md is what the program writes.</summary>
public sealed partial class ModelFileDocumentTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFolder.PathOf("docs", "model-file.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_header_in_the_document_is_that_of_an_untrained_model_of_the_practice_tunes()
    {
        byte[] file = WriteModel();
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);

        JsonNode? header = JsonNode.Parse(file.AsSpan(8, length));
        JsonNode? shown = JsonNode.Parse(Example().Match(Text).Groups[1].Value);

        Assert.Equal(header?.ToJsonString(), shown?.ToJsonString());
    }

    [Fact]
    public void The_file_is_as_long_as_the_document_says()
    {
        byte[] file = WriteModel();

        int[] parts = [.. Sizes().Match(Text).Groups.Values.Skip(1)
            .Select(part => int.Parse(part.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];

        Assert.Equal(BinaryPrimitives.ReadUInt64LittleEndian(file), (ulong)parts[0]);
        Assert.Equal(file.Length, 8 + parts[0] + parts[1]);
        Assert.Equal(parts[1], 4 * parts[2]);
    }

    private static byte[] WriteModel()
    {
        string folder = RepositoryFolder.PathOf("samples", "songs");
        SongCorpus corpus = SongCorpus.Load(folder, CorpusOptions.Lab, cancellationToken: TestContext.Current.CancellationToken);
        TrainingOptions options = new() { DataFingerprint = corpus.Fingerprint() };
        return Trainer.Train(Recipe.Lab with { Steps = 0 }, corpus.Sequences(), options).Model.ToBytes();
    }

    [GeneratedRegex(@"^```json\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"8 \+ ([\d,]+) \+ ([\d,]+) bytes, for ([\d,]+) weights")]
    private static partial Regex Sizes();
}
