using Tunesmith.Music;

namespace Tunesmith.Composing.Provenance;

/// <summary>The primer of a composition, whole.</summary>
/// <param name="Name">What it is called: a plain file name, or <c>songbook:</c> and the name of a tune; empty where it has none.</param>
/// <param name="StepsPerQuarter">Steps in a quarter note; 1 to 48.</param>
/// <param name="Notes">Its steps, as <see cref="NoteText"/> writes them.</param>
/// <param name="Tempos">Its tempi.</param>
/// <param name="Meters">Its meters.</param>
public sealed record RecordedPrimer(
    string Name, int StepsPerQuarter, string Notes, IReadOnlyList<RecordedTempo> Tempos, IReadOnlyList<RecordedMeter> Meters)
{
    private const int FinestGrid = 48;
    private const int HighestTempo = 0xFFFFFF;
    private const int LongestValue = 1 << 30;

    /// <summary>Writes down a primer.</summary>
    public static RecordedPrimer Of(Melody primer, string name) => new(
        name,
        primer.StepsPerQuarter,
        NoteText.Write(primer),
        [.. primer.Tempos.Changes.Select(change => new RecordedTempo(change.Tick, change.MicrosecondsPerQuarter))],
        [.. primer.Meters.Changes.Select(change => new RecordedMeter(change.Tick, change.Meter.Numerator, change.Meter.Denominator))]);

    /// <summary>The primer as it was.</summary>
    /// <exception cref="RecordException">It says what cannot be.</exception>
    public Melody ToMelody()
    {
        Check(StepsPerQuarter is >= 1 and <= FinestGrid, $"1 to {FinestGrid} steps a quarter", StepsPerQuarter);
        foreach (RecordedTempo tempo in Tempos)
        {
            Check(tempo is { Step: >= 0 and <= CompositionOptions.MostSteps }, "a tempo at a step of the primer", tempo?.Step);
            Check(tempo!.Microseconds is >= 1 and <= HighestTempo, "a tempo of 1 to 16777215 microseconds a quarter", tempo!.Microseconds);
        }

        foreach (RecordedMeter meter in Meters)
        {
            bool isNear = meter is { Step: >= -CompositionOptions.MostSteps and <= CompositionOptions.MostSteps };
            Check(isNear, "a meter at a step of the primer", meter?.Step);
            bool isMeter = meter!.Beats is >= 1 and <= 255 && meter.Value is >= 1 and <= LongestValue && int.IsPow2(meter.Value);
            Check(isMeter, "a meter such as 3/4", $"{meter.Beats}/{meter.Value}");
        }

        try
        {
            Melody primer = NoteText.Parse(
                Notes,
                StepsPerQuarter,
                new TempoMap(Tempos.Select(tempo => new TempoChange(tempo.Step, tempo.Microseconds))),
                new MeterMap(Meters.Select(meter => new MeterChange(meter.Step, new Meter(meter.Beats, meter.Value)))));
            Check(primer.Length > 0, "a primer of at least one step", 0);
            return primer;
        }
        catch (NoteTextException error)
        {
            throw new RecordException(error.Message, error);
        }
    }

    private static void Check(bool holds, string expected, object? found)
    {
        if (!holds)
        {
            throw new RecordException(FormattableString.Invariant($"Expected {expected}, found {found ?? "nothing"}."));
        }
    }
}

/// <summary>From when a tempo holds.</summary>
/// <param name="Step">The step.</param>
/// <param name="Microseconds">Microseconds in a quarter note.</param>
public sealed record RecordedTempo(long Step, int Microseconds);

/// <summary>From when a meter holds.</summary>
/// <param name="Step">The step; below 0 where the song begins in the middle of a bar.</param>
/// <param name="Beats">Beats in a bar.</param>
/// <param name="Value">The note value of a beat: 4 is a quarter.</param>
public sealed record RecordedMeter(long Step, int Beats, int Value);
