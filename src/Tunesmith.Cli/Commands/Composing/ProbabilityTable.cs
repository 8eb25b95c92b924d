using System.Globalization;
using System.Text;
using Tunesmith.Composing;
using Tunesmith.Encoding;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The predicted distributions of a composition.</summary>
internal static class ProbabilityTable
{
    /// <summary>
    /// Writes them as CSV: a line for each composed step with its number in the song (primer counted), what was drawn, and the probability
    /// of each outcome as the network predicted it, before the temperature.
    /// </summary>
    public static void Write(Stream stream, IReadOnlyList<string> outcomes, MelodyEncoding encoding, Composition composition)
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        using StreamWriter writer = new(stream, utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"step,drawn,{string.Join(',', outcomes)}");
        for (int step = 0; step < composition.Probabilities.Count; step++)
        {
            int index = composition.PrimerSteps + step;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{index},{encoding.TokenName(composition.Tokens[index])}"));
            foreach (float probability in composition.Probabilities[step])
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $",{probability:R}"));
            }

            writer.WriteLine();
        }
    }

    /// <summary>The mean of the distributions; zeros where there are none.</summary>
    public static double[] Average(Composition composition)
    {
        double[] average = new double[composition.OutcomeCount];
        foreach (IReadOnlyList<float> distribution in composition.Probabilities)
        {
            for (int outcome = 0; outcome < average.Length; outcome++)
            {
                average[outcome] += distribution[outcome] / composition.Probabilities.Count;
            }
        }

        return average;
    }
}
