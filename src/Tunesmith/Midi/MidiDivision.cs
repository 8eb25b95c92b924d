namespace Tunesmith.Midi;

/// <summary>
/// What a tick of a file is: a part of a quarter note (the usual), or a part of an SMPTE frame and so of a second.
/// </summary>
public readonly record struct MidiDivision
{
    private readonly ushort _raw;

    private MidiDivision(ushort raw) => _raw = raw;

    /// <summary>Whether ticks divide SMPTE frames rather than quarter notes.</summary>
    public bool IsSmpte => (_raw & 0x8000) != 0;

    /// <summary>Ticks in a quarter note, 1 to 32,767; 0 where ticks divide frames.</summary>
    public int TicksPerQuarter => IsSmpte ? 0 : _raw;

    /// <summary>
    /// The frame rate by its SMPTE name: 24, 25, 29 (30 drop frame, that is 30,000/1,001 frames a second) or 30;
    /// 0 where ticks divide quarters.
    /// </summary>
    public int FrameRate => IsSmpte ? -(sbyte)(_raw >> 8) : 0;

    /// <summary>Ticks in a frame, 1 to 255; 0 where ticks divide quarters.</summary>
    public int TicksPerFrame => IsSmpte ? _raw & 0xFF : 0;

    /// <summary>Ticks in a second: <c>TicksPerFrame * frames a second</c>; 0 where ticks divide quarters.</summary>
    public double TicksPerSecond => TicksPerFrame * (FrameRate == 29 ? 30_000.0 / 1_001 : FrameRate);

    /// <summary>The 16 bits of the header.</summary>
    internal ushort Raw => _raw;

    /// <summary>Whether the values are in the ranges that the specification gives.</summary>
    internal bool IsStandard => IsSmpte ? FrameRate is 24 or 25 or 29 or 30 && TicksPerFrame > 0 : _raw > 0;

    /// <summary>Whether a tick has a length at all.</summary>
    internal bool IsUsable => IsSmpte ? TicksPerFrame > 0 : _raw > 0;

    /// <summary>Ticks that divide quarter notes.</summary>
    /// <param name="ticksPerQuarter">1 to 32,767.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public static MidiDivision PerQuarter(int ticksPerQuarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ticksPerQuarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticksPerQuarter, 0x7FFF);
        return new MidiDivision((ushort)ticksPerQuarter);
    }

    /// <summary>Ticks that divide SMPTE frames.</summary>
    /// <param name="frameRate">24, 25, 29 (30 drop frame) or 30.</param>
    /// <param name="ticksPerFrame">1 to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static MidiDivision Smpte(int frameRate, int ticksPerFrame)
    {
        if (frameRate is not (24 or 25 or 29 or 30))
        {
            throw new ArgumentOutOfRangeException(nameof(frameRate), frameRate, "Expected 24, 25, 29 (30 drop frame) or 30.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(ticksPerFrame, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ticksPerFrame, 255);
        return new MidiDivision((ushort)((-frameRate << 8) | ticksPerFrame));
    }

    /// <inheritdoc/>
    public override string ToString() => IsSmpte
        ? $"{FrameRate} frames a second, {TicksPerFrame} ticks a frame"
        : $"{TicksPerQuarter} ticks a quarter";

    internal static MidiDivision FromRaw(ushort raw) => new(raw);
}
