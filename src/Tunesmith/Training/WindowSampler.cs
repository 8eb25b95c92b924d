using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// Fills batches with random windows: the song uniform, then the start uniform in <c>[0, length - window - 1)</c>, as in the lab.
/// Each song's input rows are asked of the layout once, with the song's whole past.
/// </summary>
internal sealed class WindowSampler
{
    private readonly int[][] _rows;
    private readonly int[][] _outcomes;

    /// <summary>Prepares the songs.</summary>
    /// <param name="definition">What the network means.</param>
    /// <param name="songs">The songs; each longer than the window by 2 steps at the least.</param>
    /// <param name="random">What chooses windows.</param>
    public WindowSampler(ModelDefinition definition, IReadOnlyList<TokenSequence> songs, RandomSource random)
    {
        Random = random;
        InputLayout layout = definition.CreateLayout();
        int outcomes = definition.OutcomeCount;
        _rows = [.. songs.Select(song => RowsOf(song, layout))];
        _outcomes = [.. songs.Select(song => Array.ConvertAll(song.Tokens.ToArray(), token => token < outcomes ? token : -1))];
    }

    /// <summary>What chooses windows.</summary>
    public RandomSource Random { get; }

    /// <summary>Replaces a batch's windows by others.</summary>
    public void Fill(WindowBatch batch)
    {
        int perStep = batch.RowsPerStep;
        for (int window = 0; window < batch.Windows; window++)
        {
            int song = Random.NextInt(_rows.Length);
            int start = Random.NextInt(_outcomes[song].Length - batch.Steps - 1);
            for (int step = 0; step < batch.Steps; step++)
            {
                int row = ((step * batch.Windows) + window) * perStep;
                _rows[song].AsSpan((start + step) * perStep, perStep).CopyTo(batch.Rows.AsSpan(row));
                if (step >= batch.ScoreFrom)
                {
                    int target = ((step - batch.ScoreFrom) * batch.Windows) + window;
                    batch.Outcomes[target] = _outcomes[song][start + step + 1];
                    batch.Weights[target] = 1;
                }
            }
        }
    }

    private static int[] RowsOf(TokenSequence song, InputLayout layout)
    {
        int[] rows = new int[(song.Length - 1) * layout.RowsPerStep];
        for (int step = 0; step < song.Length - 1; step++)
        {
            layout.Rows(song.Tokens[..(step + 1)], song.Positions[step + 1], rows.AsSpan(step * layout.RowsPerStep, layout.RowsPerStep));
        }

        return rows;
    }
}
