using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>A song as a network is trained on it: at each step but its last, the input rows and the outcome that follows.</summary>
/// <param name="Rows">(steps, rowsPerStep): row numbers, -1 for none.</param>
/// <param name="Outcomes">(steps): the outcome to be predicted, -1 for none.</param>
internal sealed record SongSteps(int[] Rows, int[] Outcomes)
{
    /// <summary>How many steps there are to predict from: one less than the song has.</summary>
    public int Count => Outcomes.Length;

    /// <summary>Asks a layout for the rows of every step, each with the song's whole past.</summary>
    /// <param name="song">The song.</param>
    /// <param name="definition">What the network means.</param>
    /// <param name="layout">The definition's layout.</param>
    public static SongSteps Of(TokenSequence song, ModelDefinition definition, InputLayout layout)
    {
        int steps = song.Length - 1;
        int perStep = layout.RowsPerStep;
        int known = definition.OutcomeCount;
        int[] rows = new int[steps * perStep];
        int[] outcomes = new int[steps];
        for (int step = 0; step < steps; step++)
        {
            layout.Rows(song.Tokens[..(step + 1)], song.Positions[step + 1], rows.AsSpan(step * perStep, perStep));
            outcomes[step] = song.Tokens[step + 1] < known ? song.Tokens[step + 1] : -1;
        }

        return new SongSteps(rows, outcomes);
    }
}
