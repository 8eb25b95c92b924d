using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tunesmith.Files;

namespace Tunesmith.Model;

/// <content>Model files.</content>
public sealed partial class MelodyModel
{
    /// <summary>The format that this version writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    private const string FormatVersionKey = "formatVersion";
    private const string DefinitionKey = "definition";
    private const string RecipeKey = "recipe";
    private const string SummaryKey = "training";
    private const string FingerprintKey = "dataFingerprint";

    /// <summary>Reads a model file.</summary>
    /// <exception cref="ModelFormatException">The file is not a model, is cut short, or does not fit what it says of itself.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MelodyModel Load(string path) => FromBytes(File.ReadAllBytes(path));

    /// <summary>Reads a model from the bytes of its file.</summary>
    /// <exception cref="ModelFormatException">The bytes are no model, are cut short, or do not fit what they say of themselves.</exception>
    public static MelodyModel FromBytes(ReadOnlyMemory<byte> bytes)
    {
        SafetensorsFile file = SafetensorsFile.Read(bytes);
        string version = Required(file, FormatVersionKey);
        if (version != FormatVersion.ToString(CultureInfo.InvariantCulture))
        {
            throw new ModelFormatException(0, $"a Tunesmith model of format {FormatVersion}", $"format {version}");
        }

        ModelDefinition definition = Parse(file, DefinitionKey, ModelJson.Default.ModelDefinition);
        NetworkShape shape;
        try
        {
            shape = definition.CreateShape();
        }
        catch (ArgumentException error)
        {
            string reason = error.Message.TrimEnd('.');
            throw new ModelFormatException(0, "a definition that this version knows", $"one that it does not ({reason})", error);
        }

        long stated = file.Tensors.Sum(tensor => (long)tensor.Data.Length);
        if (stated != shape.ParameterCount * sizeof(float))
        {
            throw new ModelFormatException(0, $"{shape.ParameterCount} weights for the network it describes", $"{stated / sizeof(float)}");
        }

        Parameters parameters = new(shape);
        foreach (string name in parameters.Names)
        {
            SafeTensor? tensor = file.Tensors.Find(candidate => candidate.Name == name);
            if (tensor is null || !tensor.Shape.SequenceEqual(parameters.ShapeOf(name)))
            {
                throw new ModelFormatException(
                    0,
                    $"tensor {name} of shape [{string.Join(", ", parameters.ShapeOf(name))}]",
                    tensor is null ? "none of that name" : $"[{string.Join(", ", tensor.Shape)}]");
            }

            float[] values = tensor.Values();
            if (Array.Exists(values, value => !float.IsFinite(value)))
            {
                throw new ModelFormatException(0, $"finite numbers in tensor {name}", "infinity or not-a-number");
            }

            parameters.Set(name, values);
        }

        return new MelodyModel(definition, parameters)
        {
            Recipe = Required(file, RecipeKey),
            Summary = Parse(file, SummaryKey, ModelJson.Default.TrainingSummary),
            DataFingerprint = Required(file, FingerprintKey),
        };
    }

    /// <summary>The bytes of the model's file: the same for the same model.</summary>
    public byte[] ToBytes()
    {
        SafetensorsFile file = new();
        file.Metadata[FormatVersionKey] = FormatVersion.ToString(CultureInfo.InvariantCulture);
        file.Metadata[DefinitionKey] = JsonSerializer.Serialize(Definition, ModelJson.Default.ModelDefinition);
        file.Metadata[RecipeKey] = Recipe;
        file.Metadata[SummaryKey] = JsonSerializer.Serialize(Summary, ModelJson.Default.TrainingSummary);
        file.Metadata[FingerprintKey] = DataFingerprint;
        foreach (string name in Parameters.Names)
        {
            file.Tensors.Add(SafeTensor.Of(name, Parameters.ShapeOf(name), Parameters.Get(name)));
        }

        return file.ToBytes();
    }

    /// <summary>Writes the model file, whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToBytes());

    private static string Required(SafetensorsFile file, string key) =>
        file.Metadata.TryGetValue(key, out string? value)
            ? value
            : throw new ModelFormatException(0, $"\"{key}\" in the metadata of a Tunesmith model", "none");

    private static T Parse<T>(SafetensorsFile file, string key, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Required(file, key), type)
                ?? throw new ModelFormatException(0, $"JSON of the {key}", "null");
        }
        catch (JsonException error)
        {
            string reason = error.Message.TrimEnd('.');
            throw new ModelFormatException(0, $"JSON of the {key} as this version writes it", $"something else ({reason})", error);
        }
    }
}
