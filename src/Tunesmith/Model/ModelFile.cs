using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Tunesmith.Model;

/// <summary>
/// What every file that holds a model has in common: the format's version, the definition, sets of weights, and texts about them.
/// </summary>
internal sealed class ModelFile
{
    /// <summary>The format that this version writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    private const string FormatVersionKey = "formatVersion";
    private const string DefinitionKey = "definition";

    private readonly SafetensorsFile _container;

    /// <summary>Begins a file.</summary>
    public ModelFile(ModelDefinition definition)
        : this(new SafetensorsFile(), definition, definition.CreateShape())
    {
        AddText(FormatVersionKey, FormatVersion.ToString(CultureInfo.InvariantCulture));
        AddJson(DefinitionKey, definition, ModelJson.Default.ModelDefinition);
    }

    private ModelFile(SafetensorsFile container, ModelDefinition definition, NetworkShape shape)
    {
        _container = container;
        Definition = definition;
        Shape = shape;
    }

    /// <summary>What the network means.</summary>
    public ModelDefinition Definition { get; }

    /// <summary>Its sizes.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Reads the bytes of a file. The weights are read when they are asked for.</summary>
    /// <exception cref="ModelFormatException">The bytes are not such a file.</exception>
    public static ModelFile Read(ReadOnlyMemory<byte> bytes)
    {
        SafetensorsFile container = SafetensorsFile.Read(bytes);
        string version = Text(container, FormatVersionKey);
        if (version != FormatVersion.ToString(CultureInfo.InvariantCulture))
        {
            throw new ModelFormatException(0, $"a Tunesmith model of format {FormatVersion}", $"format {version}");
        }

        ModelDefinition definition = Json(container, DefinitionKey, ModelJson.Default.ModelDefinition);
        try
        {
            return new ModelFile(container, definition, definition.CreateShape());
        }
        catch (ArgumentException error)
        {
            string reason = error.Message.TrimEnd('.');
            throw new ModelFormatException(0, "a definition that this version knows", $"one that it does not ({reason})", inner: error);
        }
    }

    /// <summary>A text by its key.</summary>
    /// <exception cref="ModelFormatException">There is none.</exception>
    public string Text(string key) => Text(_container, key);

    /// <summary>A text by its key; empty where there is none.</summary>
    public string TextOrEmpty(string key) => _container.Metadata.GetValueOrDefault(key, "");

    /// <summary>A record by its key.</summary>
    /// <exception cref="ModelFormatException">There is none, or it is not one of that type.</exception>
    public T Json<T>(string key, JsonTypeInfo<T> type)
        where T : class => Json(_container, key, type);

    /// <summary>A set of weights.</summary>
    /// <param name="prefix">What stands before the names of its tensors.</param>
    /// <exception cref="ModelFormatException">A tensor is missing, has another shape, or holds what is not a finite number.</exception>
    public Parameters Weights(string prefix = "")
    {
        // Counted before room is made for them: a definition can ask for more than the file holds.
        long held = _container.Tensors.Sum(tensor => (long)tensor.Data.Length) / sizeof(float);
        if (held < Shape.ParameterCount)
        {
            throw new ModelFormatException(0, $"{Shape.ParameterCount} weights for the network it describes", $"{held}");
        }

        Parameters parameters = new(Shape);
        foreach (string name in parameters.Names)
        {
            SafeTensor? tensor = _container.Tensors.Find(candidate => candidate.Name == prefix + name);
            if (tensor is null || !tensor.Shape.SequenceEqual(parameters.ShapeOf(name)))
            {
                throw new ModelFormatException(
                    0,
                    $"tensor {prefix}{name} of shape [{string.Join(", ", parameters.ShapeOf(name))}]",
                    tensor is null ? "none of that name" : $"[{string.Join(", ", tensor.Shape)}]");
            }

            float[] values = tensor.Values();
            if (Array.Exists(values, value => !float.IsFinite(value)))
            {
                throw new ModelFormatException(0, $"finite numbers in tensor {prefix}{name}", "infinity or not-a-number");
            }

            parameters.Set(name, values);
        }

        return parameters;
    }

    /// <summary>Adds a text.</summary>
    public void AddText(string key, string text) => _container.Metadata[key] = text;

    /// <summary>Adds a record.</summary>
    public void AddJson<T>(string key, T value, JsonTypeInfo<T> type) => AddText(key, JsonSerializer.Serialize(value, type));

    /// <summary>Adds a set of weights.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="prefix">What stands before the names of its tensors.</param>
    public void AddWeights(Parameters parameters, string prefix = "")
    {
        foreach (string name in parameters.Names)
        {
            _container.Tensors.Add(SafeTensor.Of(prefix + name, parameters.ShapeOf(name), parameters.Get(name)));
        }
    }

    /// <summary>The file's bytes: the same for the same contents.</summary>
    public byte[] ToBytes() => _container.ToBytes();

    private static string Text(SafetensorsFile container, string key) =>
        container.Metadata.TryGetValue(key, out string? value)
            ? value
            : throw new ModelFormatException(0, $"\"{key}\" in the metadata of a Tunesmith model", "none");

    private static T Json<T>(SafetensorsFile container, string key, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Text(container, key), type)
                ?? throw new ModelFormatException(0, $"JSON of the {key}", "null");
        }
        catch (JsonException error)
        {
            string reason = error.Message.TrimEnd('.');
            throw new ModelFormatException(0, $"JSON of the {key} as this version writes it", $"something else ({reason})", inner: error);
        }
    }
}
