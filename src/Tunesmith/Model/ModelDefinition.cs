using System.Text.Json.Serialization;
using Tunesmith.Encoding;

namespace Tunesmith.Model;

/// <summary>
/// What a network means: how songs become tokens, what it is shown at a step, and its sizes. With the weights it is all that composing
/// needs.
/// </summary>
public sealed record ModelDefinition
{
    /// <summary>The name of the encoding; the default is <c>lab</c>.</summary>
    public string Encoding { get; init; } = Encodings.Lab.Name;

    /// <summary>Which voice of a song is heard, as <see cref="MelodyVoice"/> writes it; the default is <c>auto</c>.</summary>
    [JsonIgnore]
    public string Voice { get; init; } = MelodyVoice.Auto.ToString();

    /// <summary>Steps in a quarter note; the default is 4.</summary>
    [JsonIgnore]
    public int Grid { get; init; } = Encodings.UsualGrid;

    /// <summary>
    /// Whether a rest is a token like any other. Where it is not, as in the lab, a rest is shown as no row at all, costs nothing as a
    /// target, and is never composed. The default is true.
    /// </summary>
    public bool RestIsToken { get; init; } = true;

    /// <summary>The names of the row groups shown at a step; the default is the current token alone.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [TokenRows.GroupName];

    /// <summary>H of each LSTM layer, the lowest first; each 1 to 4096. The default is one layer of 128.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128];

    /// <summary>How many steps the network was trained to look back; 1 to 8192. The default is 64.</summary>
    public int Window { get; init; } = 64;

    /// <summary>The longest window.</summary>
    public const int LongestWindow = 8192;

    /// <summary>The encoding itself.</summary>
    /// <exception cref="ArgumentException">No encoding has the name, or it has no such voice or grid.</exception>
    public MelodyEncoding FindEncoding() => Encodings.ByName(Encoding, MelodyVoice.Parse(Voice), Grid);

    /// <summary>The number of outcomes: every token, or every one but the rest.</summary>
    [JsonIgnore]
    public int OutcomeCount
    {
        get
        {
            MelodyEncoding encoding = FindEncoding();
            return RestIsToken ? encoding.TokenCount : encoding.RestToken; // then the rest must be the last token
        }
    }

    /// <summary>The input layout.</summary>
    /// <exception cref="ArgumentException">There is no row group of a name.</exception>
    public InputLayout CreateLayout() => new(Inputs.Select(CreateGroup));

    /// <summary>The sizes of the network.</summary>
    /// <exception cref="ArgumentException">A size is out of range, or a name is unknown; the message says which.</exception>
    public NetworkShape CreateShape()
    {
        MelodyEncoding encoding = FindEncoding();
        if (!RestIsToken && encoding.RestToken != encoding.TokenCount - 1)
        {
            throw new ArgumentException($"In the encoding {Encoding} a rest is a token like any other: expected restIsToken to be true, found false.");
        }

        InputLayout layout = CreateLayout();
        if (Window is < 1 or > LongestWindow)
        {
            throw new ArgumentException($"Expected a window of 1 to {LongestWindow} steps, found {Window}.");
        }

        NetworkShape shape = new(layout.RowCount, layout.RowsPerStep, Hidden, OutcomeCount);
        shape.Validate();
        return shape;
    }

    // Defaults are not written, so that a definition without them has the bytes it had before there was a choice.
    [JsonInclude]
    [JsonPropertyName("voice")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal string? WrittenVoice
    {
        get => Voice == MelodyVoice.Auto.ToString() ? null : Voice;
        init => Voice = value ?? MelodyVoice.Auto.ToString();
    }

    [JsonInclude]
    [JsonPropertyName("grid")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal int? WrittenGrid
    {
        get => Grid == Encodings.UsualGrid ? null : Grid;
        init => Grid = value ?? Encodings.UsualGrid;
    }

    private RowGroup CreateGroup(string name) => name switch
    {
        TokenRows.GroupName => new TokenRows(OutcomeCount),
        _ => throw new ArgumentException($"Expected inputs among: {TokenRows.GroupName}; found \"{name}\"."),
    };
}
