using Tunesmith.Audio.Timbres;
using Tunesmith.Compute;

namespace Tunesmith.Audio.Instruments;

/// <summary>
/// Struck strings: pianos, the harpsichord, the clavinet and the dulcimer. The partials of a stiff string lie at
/// <c>k f sqrt((1 + B k^2) / (1 + B))</c>; the hammer's place mutes some and its softness the high ones; each dies away twice, quickly
/// while the strings move together and slowly after that.
/// </summary>
internal sealed class Piano : Instrument
{
    private const int MostPartials = 30;

    /// <summary>How many partials have a slow part of their own.</summary>
    private const int SlowPartials = 12;

    /// <inheritdoc/>
    public override IEnumerable<int> Programs => [0, 1, 2, 3, 6, 7, 15];

    /// <inheritdoc/>
    public override Timbre Play(in Strike strike)
    {
        StringSound sound = strike.Program switch
        {
            1 => new(0.13, 1.35, 1, 0.3), // bright
            2 => new(0.13, 1.15, 0.9, 0.25), // electric grand
            3 => new(0.13, 1.1, 0.9, 0.3), // honky-tonk
            6 => new(0.09, 2.6, 0.45, 0), // harpsichord: plucked, near the end
            7 => new(0.07, 1.9, 0.35, 0), // clavinet
            15 => new(0.11, 1.6, 0.5, 0.2), // dulcimer
            _ => new(0.13, 1, 1, 0.3),
        };
        bool isPlucked = strike.Program is 6 or 7;
        double force = isPlucked ? 0.8 : strike.Force;
        double carrying = 1 + (Math.Max(0, strike.Key - 72) / 36.0); // high strings are short, and would be lost
        return new Timbre
        {
            Partials = [.. Partials(strike, sound, force).OrderByDescending(partial => partial.Seconds)],
            Attack = 0.0012,
            Release = strike.Key > 88 && !isPlucked ? 0.6 : 0.16, // the highest strings have no dampers
            Level = (isPlucked ? 0.13 * (0.4 + (0.6 * strike.Force)) : 0.19 * strike.Loudness) * carrying,
            Pan = Math.Clamp((strike.Key - 64) / 90.0, -0.4, 0.4), // as the player hears it
        };
    }

    private static IEnumerable<Partial> Partials(Strike strike, StringSound sound, double force)
    {
        double f = strike.Frequency;
        double stiffness = 6e-5 + (1.4e-4 * Functions.Power(2, (strike.Key - 60) / 9.0));
        double seconds = sound.Seconds * SecondsOf(strike.Key);
        double softness = sound.Brightness * (500 + (2600 * force * force) + (1.1 * f * force)); // Hz by which partials fall to 1/e
        double detune = strike.Program == 3 ? 1.003 : 1; // the strings of a honky-tonk are 10 cents apart
        for (int k = 1; k <= MostPartials; k++)
        {
            double stretch = Math.Sqrt((1 + (stiffness * k * k)) / (1 + stiffness));
            double frequency = k * f * stretch;
            if (frequency > Partial.Highest)
            {
                yield break;
            }

            (double place, _) = Functions.SineAndCosine(k * sound.Place / 2);
            double amplitude = (0.15 + Math.Abs(place)) * Functions.Exp(-(frequency - f) / softness) / Functions.Power(k, 0.85);
            double slow = seconds / (1 + (0.12 * (k - 1)) + (frequency / 6000));
            bool isDouble = sound.Aftersound > 0 && k <= SlowPartials;
            double phase = k * Partial.GoldenSection; // the same for both, or the pitch would seem to move
            double quick = amplitude * (isDouble ? 1 - sound.Aftersound : 1);
            yield return new Partial(frequency / detune, quick, slow * (isDouble ? 0.35 : 0.7), phase);
            if (isDouble)
            {
                // The difference of 0.2 cents is the slow beating of strings that are nearly in tune.
                yield return new Partial(frequency * 1.00012 * detune, amplitude * sound.Aftersound, slow, phase);
            }
        }
    }

    /// <summary>How long a string of a grand piano sounds: 9 s at A4, 25 s at the bottom, under a second at the top.</summary>
    private static double SecondsOf(int key) => key < 69
        ? Math.Min(25, 9 * Functions.Power(2, (69 - key) / 30.0))
        : 9 * Functions.Power(2, (69 - key) / 11.0);

    /// <summary>What tells one struck string from another.</summary>
    /// <param name="Place">Where it is struck, as a part of its length.</param>
    /// <param name="Brightness">How high its partials reach; 1 is a grand piano.</param>
    /// <param name="Seconds">How long it sounds; 1 is a grand piano.</param>
    /// <param name="Aftersound">The part of the amplitude that dies away slowly.</param>
    private readonly record struct StringSound(double Place, double Brightness, double Seconds, double Aftersound);
}
