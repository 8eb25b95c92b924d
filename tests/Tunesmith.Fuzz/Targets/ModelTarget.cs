using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Fuzz.Mutating;
using Tunesmith.Fuzz.Seeds;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Fuzz.Targets;

/// <summary>
/// Model files and checkpoints. Bytes are a model, or are refused with a <see cref="ModelFormatException"/>, in memory in proportion to
/// them. What is read is written, and read again to the same bytes; and a melody is composed with it.
/// </summary>
internal sealed class ModelTarget : IFuzzTarget
{
    private const int ComposedSteps = 8;

    private static readonly CostLimit Reading = new(Bytes: 1 << 20, BytesPerByte: 100, Milliseconds: 20, NanosecondsPerByte: 4_000);
    private static readonly Melody Primer = Melody.FromSoundingPitches([.. Enumerable.Range(0, 40).Select(step => 55 + (step % 12))]);

    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public IReadOnlyList<Mutation> Mutations { get; } = new ContainerMutations(
    [
        .. new TextMutations(
            "\"", "\\\"", "\\", "{", "}", "[", "]", ":", ",", "null", "true", "false", "\"__metadata__\"", "\"dtype\":\"F32\"", "\"F16\"",
            "\"shape\":[1]", "[0,4]", "\"data_offsets\":[0,4]", "layer0.Wx", "layer0.Wh", "layer1.Wx", "out.Wo", "out.bo", "adam.mean.",
            "adam.square.", "best.", "\\\"encoding\\\":\\\"melody\\\"", "\\\"voice\\\":\\\"track:2\\\"", "\\\"grid\\\":4",
            "\\\"inputs\\\":[\\\"token\\\"]", "\\\"copies\\\":[\\\"hold\\\"]", "bars 1", "sequence 2", "\\\"skip\\\":true",
            "\\\"hidden\\\":[4,4]", "\\\"window\\\":64", "\\\"restIsToken\\\":true", "\\\"heldOut\\\":null", "\\ud800", "\\u0000", " ",
            "\n", "/**/").All,
        .. GeneralMutations.All,
    ]).All;

    /// <inheritdoc/>
    public IEnumerable<byte[]> Seeds() => ModelSeeds.All();

    /// <inheritdoc/>
    public string Try(byte[] input, CostMeter meter)
    {
        MelodyModel? model = null;
        ModelFormatException? refusal = null;
        meter.Measure(
            "reading a model", input.Length, () => Reading, () => model = Refusal.Catch(() => MelodyModel.FromBytes(input), out refusal));
        string signature = refusal is null ? Try(model!) : $"refused {Signature.Words(refusal.Expected)} {Signature.Words(refusal.Found)}";
        FuzzFailureException.UnlessOneLine(refusal?.Message ?? "none");

        TrainingCheckpoint? checkpoint = null;
        meter.Measure(
            "reading a checkpoint",
            input.Length,
            () => Reading,
            () => checkpoint = Refusal.Catch(() => TrainingCheckpoint.FromBytes(input), out refusal));
        FuzzFailureException.UnlessOneLine(refusal?.Message ?? "none");
        FuzzFailureException.Unless(model is not null || checkpoint is null, "expected a checkpoint to be a model");
        return $"{signature} {(checkpoint is null ? Signature.Words(refusal!.Expected) : Try(checkpoint))}";
    }

    private static string Try(MelodyModel model)
    {
        byte[] written = model.ToBytes();
        FuzzFailureException.Unless(
            written.AsSpan().SequenceEqual(MelodyModel.FromBytes(written).ToBytes()), "expected the same bytes after writing");
        ModelDefinition definition = model.Definition;
        MelodyEncoding encoding = definition.FindEncoding();
        Composer composer = new(model);
        int[] tokens = new int[Primer.Length * encoding.StepsPerQuarter / Primer.StepsPerQuarter];
        Melody primer = composer.PrimerOf(encoding.StepsPerQuarter == Primer.StepsPerQuarter ? Primer : encoding.Decode(tokens));
        Composition composition = composer.Compose(primer, new CompositionOptions { Steps = ComposedSteps });
        FuzzFailureException.Unless(composition.Melody.Length >= ComposedSteps, "expected a melody of the steps that were asked for");
        int recipeBytes = System.Text.Encoding.UTF8.GetByteCount(model.RecipeJson);
        return $"{definition.Encoding} {definition.Voice.Split(':')[0]} {Signature.Bucket(definition.Grid)} "
            + $"{string.Join(',', definition.Inputs)} {Signature.Bucket(definition.Copies.Count)} {definition.Skip} "
            + $"{definition.RestIsToken} {definition.Hidden.Count} {Signature.Bucket(definition.Window)} "
            + $"{model.Summary.HeldOut is not null} {Signature.Bucket(recipeBytes)}";
    }

    private static string Try(TrainingCheckpoint checkpoint)
    {
        byte[] written = checkpoint.ToBytes();
        FuzzFailureException.Unless(
            written.AsSpan().SequenceEqual(TrainingCheckpoint.FromBytes(written).ToBytes()),
            "expected the same bytes of a checkpoint after writing");
        return $"checkpoint {Signature.Bucket(checkpoint.Step)}";
    }
}
