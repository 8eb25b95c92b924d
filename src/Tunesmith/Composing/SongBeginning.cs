using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <summary>How a song begins: with its primer, or from nothing.</summary>
internal sealed class SongBeginning
{
    private SongBeginning(Melody primer, Melody heard) => (Primer, Heard) = (primer, heard);

    /// <summary>What stands at the beginning of the song; of no steps where it begins from nothing.</summary>
    public Melody Primer { get; }

    /// <summary>
    /// What the model hears before it composes: the primer; before a song from nothing one silent step, which is no part of the song.
    /// </summary>
    public Melody Heard { get; }

    /// <summary>Whether the song begins from nothing; its first step then strikes a note.</summary>
    public bool IsFromNothing => Primer.Length == 0;

    /// <summary>How many steps are heard that are no part of the song.</summary>
    public int Lead => Heard.Length - Primer.Length;

    /// <summary>The beginning of a song.</summary>
    /// <param name="primer">The primer; of no steps for a song from nothing, in its meter.</param>
    public static SongBeginning Of(Melody primer) => new(primer, primer.Length > 0 ? primer : AfterSilence(primer));

    /// <summary>
    /// The beginning from nothing that was heard as one silent step, as <see cref="AfterSilence"/> makes it; null where something else was.
    /// </summary>
    public static SongBeginning? OfSilence(Melody heard)
    {
        if (heard.Length != 1 || !heard.Steps[0].IsRest)
        {
            return null;
        }

        TempoMap tempos = new(heard.Tempos.Changes.Select(change => change with { Tick = Math.Max(0, change.Tick - 1) }));
        MeterMap meters = new(heard.Meters.Changes.Select((change, number) => change with
        {
            Tick = change.Tick - 1 + (number == 0 ? change.Meter.BarTicks(heard.StepsPerQuarter) : 0),
        }));
        return new SongBeginning(new Melody([], heard.StepsPerQuarter, tempos, meters), heard);
    }

    /// <summary>A melody one step later, after a silent step, its bar lines with it.</summary>
    public static Melody AfterSilence(Melody song)
    {
        Meter meter = song.Meters.At(0);
        long barLine = 1 - song.PositionAt(0).Offset - meter.BarTicks(song.StepsPerQuarter);
        return new Melody(
            [MelodyStep.Rest, .. song.Steps],
            song.StepsPerQuarter,
            new TempoMap(song.Tempos.Changes.Select(change => change with { Tick = change.Tick == 0 ? 0 : change.Tick + 1 })),
            new MeterMap([
                new MeterChange(barLine, meter),
                .. song.Meters.Changes.Where(change => change.Tick > 0).Select(change => new MeterChange(change.Tick + 1, change.Meter)),
            ]));
    }
}
