using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>Makes notes of the steps of a song, one after another: a note is known when it ends.</summary>
internal sealed class NoteGatherer
{
    private readonly Score _silent;
    private readonly long _ticksPerStep;
    private int _step;
    private int _onset;
    private Pitch? _sounding;

    /// <summary>Begins a song.</summary>
    /// <param name="encoding">What writes the song.</param>
    /// <param name="form">In which form.</param>
    /// <param name="beginning">A melody that has the song's grid, tempi and meters.</param>
    /// <param name="steps">How many steps the song has.</param>
    public NoteGatherer(MelodyEncoding encoding, WrittenForm form, Melody beginning, int steps)
    {
        // A song of rests tells when and where each step is in the file, whatever the encoding writes of tempi and meters.
        Melody rests = new(new MelodyStep[steps], beginning.StepsPerQuarter, beginning.Tempos, beginning.Meters);
        _silent = form.ApplyTo(encoding.Write(rests));
        _ticksPerStep = _silent.TicksPerQuarter / beginning.StepsPerQuarter;
    }

    /// <summary>Hears a step.</summary>
    /// <returns>The note that has ended before it; null where none has.</returns>
    public ComposedNote? Hear(MelodyStep step)
    {
        ComposedNote? ended = null;
        if (step.IsOnset || step.Pitch != _sounding)
        {
            ended = End();
            (_sounding, _onset) = (step.Pitch, _step);
        }

        _step++;
        return ended;
    }

    /// <summary>Ends what sounds.</summary>
    /// <returns>The note that it was; null where nothing sounded.</returns>
    public ComposedNote? End()
    {
        if (_sounding is not { } pitch)
        {
            return null;
        }

        _sounding = null;
        long tick = _onset * _ticksPerStep;
        BarPosition position = _silent.Meters.PositionAt(tick, _silent.TicksPerQuarter);
        double beat = 4.0 * _silent.TicksPerQuarter / _silent.Meters.At(tick).Denominator;
        double seconds = _silent.Tempos.SecondsAt(tick, _silent.TicksPerQuarter);
        double end = _silent.Tempos.SecondsAt(_step * _ticksPerStep, _silent.TicksPerQuarter);
        int bar = _silent.Meters.BarAt(tick, _silent.TicksPerQuarter);
        return new ComposedNote(pitch, _onset, _step - _onset, bar, 1 + (position.Offset / beat), seconds, end - seconds);
    }
}
