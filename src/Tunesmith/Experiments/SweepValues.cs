using System.Globalization;
using System.Text.Json.Nodes;
using Tunesmith.Compute;

namespace Tunesmith.Experiments;

/// <summary>The values that a member of a recipe may take in a search.</summary>
internal abstract class SweepValues
{
    /// <summary>Draws a value.</summary>
    public abstract JsonNode? Draw(RandomSource random);

    /// <summary>Values by which one can tell whether the member takes them all.</summary>
    public abstract IEnumerable<JsonNode?> Samples { get; }
}

/// <summary>One of a list, each as likely as the other.</summary>
/// <param name="choices">At least one.</param>
internal sealed class ListedValues(IReadOnlyList<JsonNode?> choices) : SweepValues
{
    /// <inheritdoc/>
    public override IEnumerable<JsonNode?> Samples => choices.Select(choice => choice?.DeepClone());

    /// <inheritdoc/>
    public override JsonNode? Draw(RandomSource random) => choices[random.NextInt(choices.Count)]?.DeepClone();
}

/// <summary>
/// A number from min to max. With u uniform from 0 up to but not 1: <c>min + u (max - min)</c>, or on a logarithmic scale
/// <c>min (max / min)^u</c>, rounded to four digits. Whole numbers are the floor of the same with max + 1 in the place of max.
/// </summary>
/// <param name="min">The least; above 0 on a logarithmic scale.</param>
/// <param name="max">The greatest; min or more.</param>
/// <param name="isLogarithmic">Whether ratios, not differences, are equally likely.</param>
/// <param name="isWhole">Whether only whole numbers are drawn.</param>
internal sealed class RangedValues(double min, double max, bool isLogarithmic, bool isWhole) : SweepValues
{
    private const double SomewhereInside = 0.618;

    /// <inheritdoc/>
    public override IEnumerable<JsonNode?> Samples => [Node(min), Node(max), ValueAt(SomewhereInside)];

    /// <inheritdoc/>
    public override JsonNode? Draw(RandomSource random) => ValueAt(random.NextDouble());

    private JsonValue ValueAt(double u)
    {
        double end = isWhole ? max + 1 : max;
        double value = isLogarithmic
            ? min * Functions.Exp((float)(u * (Functions.Log(end) - Functions.Log(min))))
            : min + (u * (end - min));
        return Node(Math.Clamp(isWhole ? Math.Floor(value) : Rounded(value), min, max));
    }

    private JsonValue Node(double value) => isWhole ? JsonValue.Create((long)value) : JsonValue.Create(value);

    /// <summary>To four digits: more say nothing, and are tiresome to copy into a recipe.</summary>
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
