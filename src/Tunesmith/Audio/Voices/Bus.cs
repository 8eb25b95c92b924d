using Tunesmith.Compute.Synthesis;

namespace Tunesmith.Audio.Voices;

/// <summary>Where voices are added up during a block: left, right, and what the room hears.</summary>
internal sealed class Bus
{
    /// <summary>The most samples of a block.</summary>
    public const int Block = SampleBlock.Length;

    /// <summary>The left channel.</summary>
    public float[] Left { get; } = new float[Block];

    /// <summary>The right channel.</summary>
    public float[] Right { get; } = new float[Block];

    /// <summary>What the room hears.</summary>
    public float[] Room { get; } = new float[Block];

    /// <summary>Silence.</summary>
    public void Clear()
    {
        Array.Clear(Left);
        Array.Clear(Right);
        Array.Clear(Room);
    }
}
