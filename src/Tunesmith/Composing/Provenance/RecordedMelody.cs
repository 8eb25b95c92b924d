using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>A melody, whole: the primer of a composition, or the rhythm that it kept to.</summary>
/// <param name="Name">What it is called: a plain file name, or <c>songbook:</c> and the name of a tune; empty where it has none.</param>
/// <param name="StepsPerQuarter">Steps in a quarter note; 1 to 48.</param>
/// <param name="Notes">Its steps, as <see cref="Melody.ToString"/> writes them.</param>
/// <param name="Tempos">Its tempi.</param>
/// <param name="Meters">Its meters.</param>
internal sealed record RecordedMelody(
    string Name, int StepsPerQuarter, string Notes, IReadOnlyList<RecordedTempo> Tempos, IReadOnlyList<RecordedMeter> Meters)
{
    private const int FinestGrid = 48;
    private const int LongestValue = 1 << 30;

    /// <summary>Writes down a melody.</summary>
    public static RecordedMelody Of(Melody melody, string name) => new(
        name,
        melody.StepsPerQuarter,
        melody.ToString(),
        [.. melody.Tempos.Changes.Select(change => new RecordedTempo(change.Tick, change.MicrosecondsPerQuarter))],
        [.. melody.Meters.Changes.Select(change => new RecordedMeter(change.Tick, change.Meter.Numerator, change.Meter.Denominator))]);

    /// <summary>The melody as it was.</summary>
    /// <exception cref="CompositionRecordException">It says what cannot be.</exception>
    public Melody ToMelody()
    {
        CompositionRecordException.Check(StepsPerQuarter is >= 1 and <= FinestGrid, $"1 to {FinestGrid} steps a quarter", StepsPerQuarter);
        foreach (RecordedTempo tempo in Tempos)
        {
            bool isAtStep = tempo is { Step: >= 0 and <= CompositionOptions.MostSteps };
            CompositionRecordException.Check(isAtStep, "a tempo at a step of the melody", tempo?.Step);
            RecordedTempo.Check(tempo!.Microseconds);
        }

        foreach (RecordedMeter meter in Meters)
        {
            bool isNear = meter is { Step: >= -CompositionOptions.MostSteps and <= CompositionOptions.MostSteps };
            CompositionRecordException.Check(isNear, "a meter at a step of the melody", meter?.Step);
            bool isMeter = meter!.Beats is >= 1 and <= 255 && meter.Value is >= 1 and <= LongestValue && int.IsPow2(meter.Value);
            CompositionRecordException.Check(isMeter, "a meter such as 3/4", $"{meter.Beats}/{meter.Value}");
        }

        try
        {
            Melody melody = Melody.Parse(
                Notes,
                StepsPerQuarter,
                new TempoMap(Tempos.Select(tempo => new TempoChange(tempo.Step, tempo.Microseconds))),
                new MeterMap(Meters.Select(meter => new MeterChange(meter.Step, new Meter(meter.Beats, meter.Value)))));
            CompositionRecordException.Check(melody.Length > 0, "a melody of at least one step", 0);
            return melody;
        }
        catch (NoteTextException error)
        {
            throw new CompositionRecordException("notes", error.Message.TrimEnd('.'), error);
        }
    }
}

/// <summary>From when a tempo holds.</summary>
/// <param name="Step">The step.</param>
/// <param name="Microseconds">Microseconds in a quarter note; 1 to 16,777,215, as a MIDI file can say.</param>
internal sealed record RecordedTempo(long Step, int Microseconds)
{
    /// <summary>Checks a tempo that a record says.</summary>
    /// <exception cref="CompositionRecordException">It cannot be.</exception>
    public static void Check(int microseconds) => CompositionRecordException.Check(
        microseconds is >= 1 and <= 0xFFFFFF, "a tempo of 1 to 16777215 microseconds a quarter", microseconds);
}

/// <summary>From when a meter holds.</summary>
/// <param name="Step">The step; below 0 where the song begins in the middle of a bar.</param>
/// <param name="Beats">Beats in a bar.</param>
/// <param name="Value">The note value of a beat: 4 is a quarter.</param>
internal sealed record RecordedMeter(long Step, int Beats, int Value);
