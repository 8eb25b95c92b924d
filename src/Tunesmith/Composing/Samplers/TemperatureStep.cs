using Tunesmith.Compute;

namespace Tunesmith.Composing.Samplers;

/// <summary>
/// <c>logits[k] = logits[k] / temperature</c>: below 1 the likely becomes likelier, above 1 all becomes more alike, and 0 leaves only
/// the likeliest outcome, the first where several are.
/// </summary>
/// <remarks>Ackley, Hinton and Sejnowski, A Learning Algorithm for Boltzmann Machines, Cognitive Science 9 (1985).</remarks>
public sealed class TemperatureStep : ISamplerStep
{
    /// <summary>The highest temperature.</summary>
    public const double Highest = 100;

    private readonly float _temperature;

    /// <summary>Makes the step.</summary>
    /// <param name="temperature">0 to 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is out of range.</exception>
    public TemperatureStep(double temperature)
    {
        if (!(temperature is >= 0 and <= Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(temperature), temperature, "Expected a temperature from 0 to 100.");
        }

        Temperature = temperature;
        _temperature = (float)temperature;
    }

    /// <summary>The temperature; 0 to 100.</summary>
    public double Temperature { get; }

    /// <inheritdoc/>
    public void Apply(Span<float> logits)
    {
        int likeliest = Softmax.Likeliest(logits);
        if (_temperature == 0)
        {
            logits.Fill(float.NegativeInfinity);
            logits[likeliest] = 0;
            return;
        }

        // Less the largest, so that a temperature near 0 leads to negative infinity and never to a positive one.
        float largest = logits[likeliest];
        foreach (ref float logit in logits)
        {
            logit = (logit - largest) / _temperature;
        }
    }
}
