using Tunesmith.Compute;

namespace Tunesmith.Audio.Voices;

/// <summary>A place between left and right at constant power: <c>cos</c> and <c>sin</c> of <c>(1 + pan) / 8</c> turns.</summary>
internal sealed class Placement
{
    private double _pan;

    /// <summary>The gain to the left now.</summary>
    public double Left { get; private set; }

    /// <summary>The gain to the right now.</summary>
    public double Right { get; private set; }

    /// <summary>The gain to the left before the last move.</summary>
    public double LeftBefore { get; private set; }

    /// <summary>The gain to the right before the last move.</summary>
    public double RightBefore { get; private set; }

    /// <summary>Stands at a place at once.</summary>
    public void Jump(double pan)
    {
        _pan = pan;
        (Right, Left) = Functions.SineAndCosine((1 + pan) / 8);
        Arrive();
    }

    /// <summary>Moves to a place.</summary>
    public void Move(double pan)
    {
        if (pan != _pan)
        {
            _pan = pan;
            (Right, Left) = Functions.SineAndCosine((1 + pan) / 8);
        }
    }

    /// <summary>Is where it moved to.</summary>
    public void Arrive() => (LeftBefore, RightBefore) = (Left, Right);
}
