using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Music;

namespace Tunesmith.Audio;

/// <summary>How a song is made sound. Every property has a default.</summary>
public sealed record RenderOptions
{
    /// <summary>Samples a second in each channel; 8,000 to 192,000.</summary>
    public int SampleRate { get; init; } = 44_100;

    /// <summary>Whether there is one channel instead of two: the mean of left and right.</summary>
    public bool Mono { get; init; }

    /// <summary>
    /// How loud the whole is made, in LUFS as ITU-R BS.1770 has it: -60 to -6. A mono sound counts as it is heard from two loudspeakers.
    /// Silence stays silence.
    /// </summary>
    public double Loudness { get; init; } = -18;

    /// <summary>How much of the room is heard; 0 is none, 1 a small room, at most 4.</summary>
    public double Room { get; init; } = 1;

    /// <summary>The longest song that is rendered, in minutes; more than 0, at most 120.</summary>
    public double MaxMinutes { get; init; } = 120;

    /// <summary>How many channels there are.</summary>
    public int Channels => Mono ? 1 : 2;

    /// <summary>The vectors that are used, in bits. The sound does not depend on it.</summary>
    internal int VectorBits { get; init; } = VectorWidth.Bits;

    /// <summary>Checks that a song is not longer than <see cref="MaxMinutes"/>.</summary>
    /// <param name="song">The song.</param>
    /// <exception cref="RenderException">It is; the message says how long it is.</exception>
    public void RequireLength(Score song)
    {
        double minutes = song.Seconds / 60;
        if (!(minutes <= MaxMinutes))
        {
            double shown = Math.Ceiling(minutes * 10) / 10; // never as if it were within the limit
            throw new RenderException(string.Create(
                CultureInfo.InvariantCulture,
                $"The song is too long: {shown:N1} minutes, where at most {MaxMinutes:0.##} are rendered. Take a part of it."));
        }
    }

    /// <summary>Checks that every property is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    internal void Validate()
    {
        Check(SampleRate, 8_000, 192_000, nameof(SampleRate));
        Check(Loudness, -60, -6, nameof(Loudness));
        Check(Room, 0, 4, nameof(Room));
        if (!(MaxMinutes is > 0 and <= 120))
        {
            throw new ArgumentOutOfRangeException(nameof(MaxMinutes), MaxMinutes, "Expected more than 0 and at most 120 minutes.");
        }
    }

    private static void Check(double value, double lowest, double highest, string name)
    {
        if (!(value >= lowest && value <= highest))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Expected {lowest:N0} to {highest:N0}."));
        }
    }
}
