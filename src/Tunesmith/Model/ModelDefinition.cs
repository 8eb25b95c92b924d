using System.Text.Json.Serialization;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;

namespace Tunesmith.Model;

/// <summary>
/// What a network means: how songs become tokens, what it is shown at a step, and its sizes. With the weights it is all that composing
/// needs. Definitions that make the same choices are equal.
/// </summary>
public sealed record ModelDefinition
{
    /// <summary>The most copies.</summary>
    internal const int MostCopies = 64;

    /// <summary>The longest window.</summary>
    public const int LongestWindow = 8192;

    /// <summary>The name of the encoding; the default is <c>lab</c>.</summary>
    public string Encoding { get; init; } = Encodings.Lab.Name;

    /// <summary>Which voice of a song is heard, as <see cref="MelodyVoice"/> writes it; the default is <c>auto</c>.</summary>
    public string Voice { get; init; } = MelodyVoice.Auto.ToString();

    /// <summary>Steps in a quarter note; the default is 4.</summary>
    public int Grid { get; init; } = Encodings.UsualGrid;

    /// <summary>
    /// Whether a rest is a token like any other. Where it is not, as in the lab, a rest is shown as no row at all, costs nothing as a
    /// target, and is never composed. The default is true.
    /// </summary>
    public bool RestIsToken { get; init; } = true;

    /// <summary>The names of the row groups shown at a step; the default is the current token alone.</summary>
    public IReadOnlyList<string> Inputs { get; init => field = ValueList.Of(value); } = new ValueList<string>([TokenRows.GroupName]);

    /// <summary>
    /// The names of the places in the song's own past from which the next token may be copied, at most 64;
    /// docs/inputs.md lists them. The default is none.
    /// </summary>
    public IReadOnlyList<string> Copies { get; init => field = ValueList.Of(value); } = new ValueList<string>([]);

    /// <summary>Whether the inputs also feed the predictions directly, past the LSTM layers. The default is false.</summary>
    public bool Skip { get; init; }

    /// <summary>H of each LSTM layer, the lowest first; each 1 to 4096. The default is one layer of 128.</summary>
    public IReadOnlyList<int> Hidden { get; init => field = ValueList.Of(value); } = new ValueList<int>([128]);

    /// <summary>How many steps the network was trained to look back; 1 to 8192. The default is 64.</summary>
    public int Window { get; init; } = 64;

    /// <summary>The encoding itself.</summary>
    /// <exception cref="ArgumentException">No encoding has the name, or it has no such voice or grid.</exception>
    public MelodyEncoding FindEncoding()
    {
        try
        {
            return Encodings.ByName(Encoding, MelodyVoice.Parse(Voice), Grid);
        }
        catch (FormatException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }

    /// <summary>The number of outcomes: every token, or every one but the rest. What is copied is one of them.</summary>
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
    /// <exception cref="ArgumentException">There is no row group or copy source of a name, or one is named twice.</exception>
    internal InputLayout CreateLayout()
    {
        InputLayout layout = new(FindEncoding(), Inputs.Select(CreateGroup), Copies.Select(CopySources.ByName));
        RequireDistinct(Inputs, "inputs");
        RequireDistinct([.. layout.Copies.Select(copy => copy.Name)], "copies"); // "bars 1" and "bars 1.0" are one source
        return layout;
    }

    /// <summary>The sizes of the network.</summary>
    /// <exception cref="ArgumentException">A size is out of range, or a name is unknown; the message says which.</exception>
    public NetworkShape CreateShape()
    {
        MelodyEncoding encoding = FindEncoding();
        if (!RestIsToken && encoding.RestToken != encoding.TokenCount - 1)
        {
            throw new ArgumentException(
                $"In the encoding {Encoding} a rest is a token like any other: expected restIsToken to be true, found false.");
        }

        if (!RestIsToken && Copies.Count > 0)
        {
            throw new ArgumentException("A rest can be copied only where it is a token: expected restIsToken to be true, found false.");
        }

        if (Copies.Count > MostCopies)
        {
            throw new ArgumentException($"Expected at most {MostCopies} copies, found {Copies.Count}.");
        }

        if (Inputs.Count == 0)
        {
            throw new ArgumentException("Expected one of the inputs at least, found none.");
        }

        InputLayout layout = CreateLayout();
        if (Window is < 1 or > LongestWindow)
        {
            throw new ArgumentException($"Expected a window of 1 to {LongestWindow} steps, found {Window}.");
        }

        NetworkShape shape = new(layout.RowCount, layout.RowsPerStep, Hidden, OutcomeCount + Copies.Count)
        {
            Skip = Skip,
            Copies = Copies.Count,
            EvidenceRows = layout.EvidenceRowCount,
        };
        shape.Validate();
        return shape;
    }

    private static void RequireDistinct(IReadOnlyList<string> names, string what)
    {
        if (names.Distinct().Count() < names.Count)
        {
            throw new ArgumentException($"Expected each of the {what} once, found [{string.Join(", ", names)}].");
        }
    }

    private RowGroup CreateGroup(string name) => name switch
    {
        TokenRows.GroupName => new TokenRows(OutcomeCount),
        SoundingRows.GroupName => new SoundingRows(OutcomeCount),
        PreviousRows.GroupName => new PreviousRows(OutcomeCount),
        PositionRows.GroupName => new PositionRows(),
        HeldRows.GroupName => new HeldRows(),
        _ => throw new ArgumentException(
            $"Expected inputs among: {TokenRows.GroupName}, {SoundingRows.GroupName}, {PreviousRows.GroupName}, {PositionRows.GroupName}, "
            + $"{HeldRows.GroupName}; found \"{name}\"."),
    };
}
