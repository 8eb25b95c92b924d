using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Encoding.Lab;

/// <summary>
/// The classroom lab's encoding. A step is a sixteenth; token k is pitch 24 + k for k = 0..77 (C1 to F7), token 78 is a rest. Step k is the
/// highest pitch that sounds after all events at ticks before <c>PPQ/8 + k*PPQ/4</c>, over all tracks and channels, percussion too; a
/// release in any track or channel silences the pitch; pitches outside the range are passed over. There are as many steps as such moments
/// at or before the song's last tick, and one more. Hearing stops at the first meter whose numerator is neither 2 nor 4.
/// </summary>
/// <remarks>
/// A note struck again while its pitch sounds is one long note. docs/encodings.md gives the whole definition with an example, and says
/// where this does what the lab evidently meant instead of what it did.
/// </remarks>
internal sealed class LabEncoding : MelodyEncoding
{
    /// <inheritdoc/>
    public override string Name => "lab";

    /// <summary>79: the pitches C1 to F7, and the rest.</summary>
    public override int TokenCount => LabRoll.PitchCount + 1;

    /// <summary>78.</summary>
    public override int RestToken => LabRoll.PitchCount;

    /// <summary>4: a step is a sixteenth.</summary>
    public override int StepsPerQuarter => LabGrid.StepsPerQuarter;

    /// <inheritdoc/>
    public override string TokenName(int token) => PitchOf(token)?.ToString() ?? "rest";

    /// <inheritdoc/>
    public override Melody Hear(Score score)
    {
        MelodyStep[] steps = LabRoll.Hear(score).HighestVoice();
        TempoMap tempos = new(score.Tempos.Changes
            .Select(change => change with { Tick = RowOf(change.Tick) })
            .Where(change => change.Tick < steps.Length));
        MeterMap meters = new(score.Meters.Changes
            .Select(change => new MeterChange(RowOf(change.Tick), change.Meter))
            .Where(change => change.Tick < steps.Length));
        return new Melody(steps, LabGrid.StepsPerQuarter, tempos, meters);

        long RowOf(long tick) => LabGrid.RowOf(tick, score.TicksPerQuarter);
    }

    /// <inheritdoc/>
    public override string? Unheard(Score score) => LabStop.Of(score) is { Meter: { } meter } stop
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"the lab encoding stops at the first meter that has neither 2 nor 4 beats: "
            + $"{meter} at tick {stop.Tick}, bar {score.Meters.BarAt(stop.Tick, score.TicksPerQuarter)}")
        : null;

    /// <inheritdoc/>
    public override TokenSequence Encode(Melody melody, string titleGroup = "")
    {
        RequireEncodable(melody);
        int[] tokens = new int[melody.Length];
        for (int step = 0; step < tokens.Length; step++)
        {
            tokens[step] = melody.Steps[step].Pitch is { } pitch ? pitch.Number - LabRoll.LowestPitch : RestToken;
        }

        return new TokenSequence(this, tokens, melody.Positions(), titleGroup);
    }

    /// <summary>A pitch that goes on is one note.</summary>
    /// <inheritdoc/>
    public override MelodyStep DecodeStep(int token, MelodyStep before) => PitchOf(token) is not { } pitch
        ? MelodyStep.Rest
        : before.Pitch == pitch ? MelodyStep.Hold(pitch) : MelodyStep.Onset(pitch);

    /// <summary>The token that many places on, or -1 outside the pitches C1 to F7; a rest stays a rest.</summary>
    /// <inheritdoc/>
    public override int Transpose(int token, int semitones)
    {
        if (PitchOf(token) is null)
        {
            return token;
        }

        long moved = (long)token + semitones;
        return moved is >= 0 and < LabRoll.PitchCount ? (int)moved : -1;
    }

    /// <summary>
    /// Writes a melody as the lab writes its songs: 220 ticks a quarter, velocity 40, channel 0, one track, at the tempo that a file has
    /// when it states none (120 quarters a minute). Heard again, it is the same melody, with one rest added where it does not end in one.
    /// </summary>
    public override Score Write(Melody melody)
    {
        RequireEncodable(melody);
        return LabWriter.Write(LabRoll.FromMelody(melody.Steps));
    }

    /// <inheritdoc/>
    public override int Continuation(int token) => token;

    /// <inheritdoc/>
    public override Pitch? PitchOf(int token)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(token);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(token, LabRoll.PitchCount);
        return token == LabRoll.PitchCount ? null : new Pitch(LabRoll.LowestPitch + token);
    }

    private static void RequireEncodable(Melody melody)
    {
        if (melody.StepsPerQuarter != LabGrid.StepsPerQuarter)
        {
            throw new ArgumentException(
                $"The lab encoding has 4 steps a quarter, the melody {melody.StepsPerQuarter}. Hear the song with this encoding.",
                nameof(melody));
        }

        for (int step = 0; step < melody.Length; step++)
        {
            if (melody.Steps[step].Pitch is { } pitch && !LabRoll.Hears(pitch.Number))
            {
                throw new ArgumentException(
                    $"The lab encoding has the pitches C1 to F7; step {step} of the melody is {pitch}. Transpose it by octaves.",
                    nameof(melody));
            }
        }
    }
}
