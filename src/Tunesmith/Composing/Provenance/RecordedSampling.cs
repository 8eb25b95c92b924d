using Tunesmith.Composing.Samplers;
using Tunesmith.Encoding;

namespace Tunesmith.Composing.Provenance;

/// <summary>Sampler steps to <see cref="RecordedChoice"/>s and back. A new step is one line in each direction.</summary>
internal static class RecordedSampling
{
    /// <summary>Writes a step down.</summary>
    /// <returns>Null for a step of another's own making.</returns>
    public static RecordedChoice? Of(ISamplerStep step) => step switch
    {
        TemperatureStep temperature => new RecordedChoice("temperature") { Number = temperature.Temperature },
        TopKStep top => new RecordedChoice("topK") { Number = top.Count },
        TopPStep top => new RecordedChoice("topP") { Number = top.Share },
        MinPStep least => new RecordedChoice("minP") { Number = least.Share },
        PitchOddsStep odds => new RecordedChoice("pitchOdds") { Number = odds.Factor, Pitches = RecordedValues.Of(odds.Pitches) },
        _ => null,
    };

    /// <summary>Makes a step again.</summary>
    /// <exception cref="CompositionRecordException">There is no such kind, or it lacks a value.</exception>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static ISamplerStep ToStep(RecordedChoice choice, MelodyEncoding encoding) => choice?.Kind switch
    {
        "temperature" => new TemperatureStep(choice.RequireNumber()),
        "topK" => new TopKStep(choice.RequireWhole()),
        "topP" => new TopPStep(choice.RequireNumber()),
        "minP" => new MinPStep(choice.RequireNumber()),
        "pitchOdds" => new PitchOddsStep(encoding, choice.RequirePitches(), choice.RequireNumber()),
        _ => throw CompositionRecordException.Beyond("a sampler step that this version of Tunesmith has", $"\"{choice?.Kind}\""),
    };
}
