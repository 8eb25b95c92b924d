namespace Tunesmith.Compute.Synthesis;

/// <summary>How loud a block is at its first sample, and how much louder it gets with each.</summary>
internal readonly record struct GainRamp(float From, float Step)
{
    /// <summary>A ramp from one gain to another.</summary>
    public static GainRamp Between(float from, float to, int length) => new(from, (to - from) / length);

    /// <summary>The ramp some times as loud.</summary>
    public GainRamp Times(float factor) => new(From * factor, Step * factor);
}

/// <summary>Adds a sound to three others, each with a gain of its own that moves from sample to sample.</summary>
internal static unsafe class StereoMix
{
    private const int Block = SampleBlock.Length;

    /// <summary><c>destination[t] += (From + Step t) source[t]</c> for each of the three.</summary>
    /// <param name="source">A block of samples.</param>
    /// <param name="left">As many.</param>
    /// <param name="right">As many.</param>
    /// <param name="room">As many.</param>
    /// <param name="leftGain">The gain to the left.</param>
    /// <param name="rightGain">The gain to the right.</param>
    /// <param name="roomGain">The gain to the room.</param>
    /// <param name="bits">The vector width to use.</param>
    public static void Add(
        ReadOnlySpan<float> source,
        Span<float> left,
        Span<float> right,
        Span<float> room,
        GainRamp leftGain,
        GainRamp rightGain,
        GainRamp roomGain,
        int bits)
    {
        if (source.Length < Block || left.Length < Block || right.Length < Block || room.Length < Block)
        {
            throw new ArgumentException("The buffers of a mix are shorter than a block.");
        }

        fixed (float* x = source, l = left, r = right, m = room, places = SampleBlock.Places)
        {
            VectorWidth.Run(new Kernel(x, places, l, leftGain), bits);
            VectorWidth.Run(new Kernel(x, places, r, rightGain), bits);
            VectorWidth.Run(new Kernel(x, places, m, roomGain), bits);
        }
    }

    private readonly struct Kernel(float* source, float* places, float* destination, GainRamp gain) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            TVector from = TWidth.Create(gain.From);
            TVector step = TWidth.Create(gain.Step);
            for (int at = 0; at < Block; at += TWidth.Lanes)
            {
                TVector factor = TWidth.Fma(step, TWidth.Load(places + at), from);
                TWidth.Store(TWidth.Fma(factor, TWidth.Load(source + at), TWidth.Load(destination + at)), destination + at);
            }
        }
    }
}
