using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Charts;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The file of predicted distributions: a heat map where its name ends in <c>.svg</c>, else a table.</summary>
internal static class ProbabilityFile
{
    /// <summary>Writes the distributions.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="path">The file's name.</param>
    /// <param name="outcomes">The names of the outcomes.</param>
    /// <param name="composition">A composition that has kept its distributions.</param>
    /// <param name="encoding">Its encoding.</param>
    public static void Write(
        Stream stream, string path, IReadOnlyList<string> outcomes, Composition composition, MelodyEncoding encoding)
    {
        if (!Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            ProbabilityTable.Write(stream, outcomes, encoding, composition);
            return;
        }

        int[] drawn = composition.Tokens[composition.PrimerSteps..].ToArray();
        HeatMapOptions options = new() { Title = "What the network expected", FirstStep = composition.PrimerSteps };
        Picture picture = HeatMap.Draw(outcomes, composition.Probabilities, drawn, options);
        stream.Write(picture.ToBytes());
    }
}
