using System.Security.Cryptography;
using Tunesmith.Files;

namespace Tunesmith.Model;

/// <content>Model files.</content>
public sealed partial class MelodyModel
{
    private const string RecipeKey = "recipe";
    private const string SummaryKey = "training";
    private const string FingerprintKey = "dataFingerprint";
    private const string StartedFromKey = "startedFrom";

    /// <summary>Reads a model file, or the model in a checkpoint.</summary>
    /// <exception cref="ModelFormatException">The file is not a model, is cut short, or does not fit what it says of itself.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MelodyModel Load(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            return FromBytes(bytes);
        }
        catch (ModelFormatException error)
        {
            throw error.InFile(path);
        }
    }

    /// <summary>Reads a model from the bytes of its file.</summary>
    /// <exception cref="ModelFormatException">
    /// The bytes are not a model, are cut short, or do not fit what they say of themselves.
    /// </exception>
    public static MelodyModel FromBytes(ReadOnlyMemory<byte> bytes) => From(ModelFile.Read(bytes));

    /// <summary>The bytes of the model's file: the same for the same model.</summary>
    public byte[] ToBytes()
    {
        ModelFile file = new(Definition);
        AddTo(file);
        return file.ToBytes();
    }

    /// <summary>What the model is known by: SHA-256 of its file's bytes, in small hexadecimal letters.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <summary>Writes the model file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());

    /// <summary>The model in a file that may hold more.</summary>
    internal static MelodyModel From(ModelFile file) => new(file.Definition, file.Weights())
    {
        RecipeJson = file.Text(RecipeKey),
        Summary = SummaryIn(file),
        DataFingerprint = file.Text(FingerprintKey),
        StartedFrom = file.TextOrEmpty(StartedFromKey),
    };

    /// <summary>Adds the model to a file that may hold more.</summary>
    internal void AddTo(ModelFile file)
    {
        file.AddText(RecipeKey, RecipeJson);
        file.AddJson(SummaryKey, Summary, ModelJson.Default.TrainingSummary);
        file.AddText(FingerprintKey, DataFingerprint);
        if (StartedFrom.Length > 0)
        {
            file.AddText(StartedFromKey, StartedFrom);
        }

        file.AddWeights(Parameters);
    }

    /// <summary>Reads the summary. JSON has no infinity, but a number too large to hold becomes one.</summary>
    private static TrainingSummary SummaryIn(ModelFile file)
    {
        TrainingSummary summary = file.Json(SummaryKey, ModelJson.Default.TrainingSummary);
        HeldOutSummary? heldOut = summary.HeldOut;
        double?[] numbers = [summary.Loss, summary.Accuracy, heldOut?.Loss, heldOut?.Accuracy, heldOut?.MoveAccuracy];
        return Array.TrueForAll(numbers, number => double.IsFinite(number ?? 0))
            ? summary
            : throw new ModelFormatException(0, $"finite numbers in the {SummaryKey}", "infinity");
    }
}
