using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// Fills batches with random windows: the song uniform, then the start uniform where <see cref="ScoredSteps"/> says, then, where the
/// recipe transposes, the shift uniform among those that the song allows.
/// </summary>
internal sealed class WindowSampler
{
    private readonly ScoredSteps _scored;
    private readonly TransposedSong[] _songs;

    /// <summary>Prepares the songs.</summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">The songs; none shorter than the recipe allows.</param>
    /// <param name="random">What chooses windows.</param>
    public WindowSampler(Recipe recipe, IReadOnlyList<TokenSequence> songs, RandomSource random)
    {
        Random = random;
        _scored = recipe.Scored;
        InputLayout layout = recipe.Definition.CreateLayout();
        _songs = [.. songs.Select(song => new TransposedSong(song, recipe.Definition, layout, recipe.Regularization.Transpose))];
    }

    /// <summary>What chooses windows.</summary>
    public RandomSource Random { get; }

    /// <summary>Replaces a batch's windows by others.</summary>
    public void Fill(WindowBatch batch)
    {
        for (int window = 0; window < batch.Windows; window++)
        {
            TransposedSong song = _songs[Random.NextInt(_songs.Length)];
            int starts = song.Count - batch.Steps + (_scored == ScoredSteps.Last ? 0 : 1);
            int start = starts > 1 || _scored == ScoredSteps.Last ? Random.NextInt(starts) : 0;
            SongSteps steps = song.At(song.Shifts.Count == 1 ? 0 : Random.NextInt(song.Shifts.Count));
            for (int step = 0; step < batch.Steps; step++)
            {
                Fill(batch, step, window, steps, start + step);
            }
        }
    }

    /// <summary>Copies a step of a song into a window; beyond the song's end there are no rows, and nothing is scored.</summary>
    private static void Fill(WindowBatch batch, int step, int window, SongSteps song, int from)
    {
        bool isInside = from < song.Count;
        int perStep = batch.RowsPerStep;
        Span<int> rows = batch.Rows.AsSpan(((step * batch.Windows) + window) * perStep, perStep);
        if (isInside)
        {
            song.Rows.AsSpan(from * perStep, perStep).CopyTo(rows);
        }
        else
        {
            rows.Fill(-1);
        }

        if (step >= batch.ScoreFrom)
        {
            int target = ((step - batch.ScoreFrom) * batch.Windows) + window;
            batch.Outcomes[target] = isInside ? song.Outcomes[from] : -1;
            batch.Weights[target] = isInside ? 1 : 0;
        }
    }
}
