using System.Runtime.InteropServices;

namespace Tunesmith.Audio;

/// <summary>What a song sounded like when it was played, kept as long as it is short.</summary>
internal sealed class Take
{
    /// <summary>The most samples of a channel that are kept: two minutes at 44.1 kHz, in 45 MB.</summary>
    private const int MostFrames = 44_100 * 120;

    private readonly List<float> _left = [];
    private readonly List<float> _right = [];

    /// <summary>Whether all that was played is there.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The left channel.</summary>
    public ReadOnlySpan<float> Left => CollectionsMarshal.AsSpan(_left);

    /// <summary>The right channel.</summary>
    public ReadOnlySpan<float> Right => CollectionsMarshal.AsSpan(_right);

    /// <summary>Keeps more; where that would be too much, keeps nothing.</summary>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (!IsWhole)
        {
            return;
        }

        IsWhole = _left.Count + left.Length <= MostFrames;
        if (IsWhole)
        {
            _left.AddRange(left);
            _right.AddRange(right);
        }
        else
        {
            _left.Clear();
            _right.Clear();
            _left.TrimExcess();
            _right.TrimExcess();
        }
    }
}
