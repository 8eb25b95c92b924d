namespace Tunesmith.Music;

/// <summary>What a melody does in one step: it rests, strikes a pitch, or goes on holding one.</summary>
public readonly record struct MelodyStep
{
    private readonly byte _code; // 0 for a rest, else the pitch number plus 1

    private MelodyStep(byte code, bool isOnset)
    {
        _code = code;
        IsOnset = isOnset;
    }

    /// <summary>Silence.</summary>
    public static MelodyStep Rest => default;

    /// <summary>Whether the step strikes its pitch anew.</summary>
    public bool IsOnset { get; }

    /// <summary>Whether nothing sounds.</summary>
    public bool IsRest => _code == 0;

    /// <summary>The pitch that sounds, or null at a rest.</summary>
    public Pitch? Pitch => _code == 0 ? null : new Pitch(_code - 1);

    /// <summary>A step that strikes a pitch.</summary>
    public static MelodyStep Onset(Pitch pitch) => new((byte)(pitch.Number + 1), true);

    /// <summary>A step that goes on holding a pitch.</summary>
    public static MelodyStep Hold(Pitch pitch) => new((byte)(pitch.Number + 1), false);
}
