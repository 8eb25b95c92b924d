using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;

namespace Tunesmith.Training;

/// <summary>
/// Fills batches with random windows: the song uniform, then the start where <see cref="ScoredSteps"/> says, then, where the recipe
/// transposes, the shift uniform among those that the song allows.
/// </summary>
internal sealed class WindowSampler
{
    private readonly ScoredSteps _scored;
    private readonly SongSteps[] _songs;

    /// <summary>Prepares the songs.</summary>
    /// <param name="recipe">All choices.</param>
    /// <param name="songs">The songs; none shorter than the recipe allows.</param>
    /// <param name="random">What chooses windows.</param>
    public WindowSampler(Recipe recipe, IReadOnlyList<TokenSequence> songs, RandomSource random)
    {
        Random = random;
        _scored = recipe.Scored;
        InputLayout layout = recipe.Definition.CreateLayout();
        _songs = [.. songs.Select(song => new SongSteps(song, recipe.Definition, layout, recipe.Regularization.Transpose))];
    }

    /// <summary>What chooses windows.</summary>
    public RandomSource Random { get; }

    /// <summary>Replaces a batch's windows by others.</summary>
    public void Fill(WindowBatch batch)
    {
        for (int window = 0; window < batch.Windows; window++)
        {
            SongSteps song = _songs[Random.NextInt(_songs.Length)];
            int start = _scored == ScoredSteps.Last ? Random.NextInt(song.Count - batch.Steps) : StartOf(song.Count, batch.Steps);
            int semitones = song.Shifts[song.Shifts.Count == 1 ? 0 : Random.NextInt(song.Shifts.Count)];
            for (int step = 0; step < batch.Steps; step++)
            {
                if (start + step < song.Count)
                {
                    song.CopyTo(start + step, semitones, batch, step, window);
                }
                else
                {
                    batch.Clear(step, window);
                }
            }
        }
    }

    /// <summary>
    /// A start for a window of which every step is scored. The window may stick out of the song by half of itself on either side, and is
    /// then moved to its edge: were it kept inside by the choice of the start alone, the middle of a song would be learned from much more
    /// often than its beginning and end.
    /// </summary>
    private int StartOf(int count, int steps)
    {
        int last = Math.Max(0, count - steps);
        int outside = steps / 2;
        return Math.Clamp(Random.NextInt(last + 1 + (2 * outside)) - outside, 0, last);
    }
}
