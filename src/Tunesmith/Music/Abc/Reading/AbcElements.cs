namespace Tunesmith.Music.Abc.Reading;

/// <summary>One thing of a voice in the order of the text.</summary>
/// <param name="Place">Where it stands.</param>
internal abstract record AbcElement(AbcPlace Place);

/// <summary>A note, a chord or a rest.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Tones">What sounds; nothing in a rest.</param>
internal sealed record AbcSound(AbcPlace Place, AbcTone[] Tones) : AbcElement(Place)
{
    /// <summary>How long it is, in whole notes: from its start to that of what follows.</summary>
    public Fraction Length { get; private set; }

    /// <summary>The grace notes before it, where they are played.</summary>
    public AbcTone[] Graces { get; set; } = [];

    /// <summary>Makes a sound of a length.</summary>
    public static AbcSound Of(AbcPlace place, Fraction length, params AbcTone[] tones) => new(place, tones) { Length = length };

    /// <summary>Makes it longer or shorter.</summary>
    public void Scale(Fraction factor)
    {
        Length *= factor;
        foreach (ref AbcTone tone in Tones.AsSpan())
        {
            tone = tone with { Length = tone.Length * factor };
        }
    }
}

/// <summary>One pitch of a sound.</summary>
/// <param name="Length">In whole notes.</param>
/// <param name="Pitch">The MIDI number.</param>
/// <param name="IsTied">Whether it goes on in the next note of the same pitch.</param>
internal readonly record struct AbcTone(Fraction Length, int Pitch, bool IsTied);

/// <summary>A bar line, or several that stand together.</summary>
/// <param name="Place">Where it stands.</param>
internal sealed record AbcBarLine(AbcPlace Place) : AbcElement(Place)
{
    /// <summary>How often what stands before it is repeated; 0 where it is not.</summary>
    public int Repeats { get; init; }

    /// <summary>Whether a repeat begins here.</summary>
    public bool Starts { get; init; }

    /// <summary>Whether it is a double or a thick line.</summary>
    public bool IsDouble { get; init; }

    /// <summary>The passes in which what follows is played; null where it is no ending.</summary>
    public int[]? Ending { get; init; }
}

/// <summary>A meter from here on; null for none.</summary>
internal sealed record AbcMeter(AbcPlace Place, Meter? Meter) : AbcElement(Place);

/// <summary>A tempo from here on, in microseconds a quarter.</summary>
internal sealed record AbcTempo(AbcPlace Place, int MicrosecondsPerQuarter) : AbcElement(Place);

/// <summary>A part begins.</summary>
internal sealed record AbcPart(AbcPlace Place, char Name) : AbcElement(Place);

/// <summary>What follows, up to the next bar line, sounds together with what stands since the last.</summary>
internal sealed record AbcOverlay(AbcPlace Place) : AbcElement(Place);
