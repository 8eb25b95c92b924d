using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Music.Abc.Playing;

/// <summary>Makes a song of a tune's voices.</summary>
internal static class AbcScore
{
    private const int Velocity = 80;
    private const int LeastTicksPerQuarter = 480;
    private const int MostTicksPerQuarter = 32_767;
    private const int RoundedTicksPerQuarter = 30_240; // has halves to 32nds, thirds to 27ths, fifths and sevenths
    private const int MostNotes = 1_000_000;

    /// <summary>Makes the song.</summary>
    /// <param name="voices">The tune's voices.</param>
    /// <param name="order">The order of its parts; null where it gives none.</param>
    /// <param name="line">The tune's first line.</param>
    /// <param name="log">Where warnings go.</param>
    /// <exception cref="AbcFormatException">There is no note, or there are too many.</exception>
    public static Score Of(IEnumerable<AbcVoice> voices, string? order, AbcLine line, AbcLog log)
    {
        AbcPlace place = new(line.Number, 1);
        AbcVoice[] sounding = [.. voices.Where(voice => voice.Elements.Exists(element => element is AbcSound { Tones.Length: > 0 }))];
        if (sounding.Length == 0)
        {
            throw AbcLog.Error(place, "notes in the tune that begins", "none", "Write its music after the line with K:.");
        }

        List<AbcPlayed> played = [];
        long notes = 0;
        long elements = 0;
        foreach (AbcVoice voice in sounding)
        {
            IReadOnlyList<AbcRange> ranges = AbcPartOrder.Of(voice.Elements, order, log);
            elements += ranges.Sum(range => (long)range.To - range.From);
            if (elements > AbcRepeats.MostElements)
            {
                throw AbcRepeats.TooMany(place);
            }

            played.Add(AbcPlayer.Play(voice.Elements, ranges));
            notes += played[^1].Notes.Count;
            if (notes > MostNotes)
            {
                throw AbcLog.Error(place, "at most 1,000,000 notes in the tune that begins", "more", "Write a shorter tune.");
            }
        }

        int ticksPerQuarter = TicksPerQuarter(played, place, log);
        IEnumerable<TempoChange> tempos = played
            .SelectMany(voice => voice.Tempos)
            .Select(change => new TempoChange(change.Time.Ticks(ticksPerQuarter), change.MicrosecondsPerQuarter));
        return new Score(
            ticksPerQuarter,
            played.Select((voice, index) => TrackOf(voice, sounding[index].Name, index, ticksPerQuarter)),
            new TempoMap(tempos),
            AbcBarMeters.Of(played[0], ticksPerQuarter));
    }

    private static ScoreTrack TrackOf(AbcPlayed voice, string name, int index, int ticksPerQuarter)
    {
        int channel = index % 15;
        channel += channel >= GeneralMidi.DrumChannel ? 1 : 0;
        IEnumerable<Note> notes = voice.Notes.Select(note =>
        {
            long onset = note.Onset.Ticks(ticksPerQuarter);
            long length = (note.Onset + note.Length).Ticks(ticksPerQuarter) - onset;
            return new Note(onset, length, new Pitch(note.Pitch), Velocity, channel);
        });
        return ScoreTrack.FromNotes(notes, name, endTick: voice.End.Ticks(ticksPerQuarter));
    }

    /// <summary>The fewest ticks that say every time exactly, a multiple of 480 where one is small enough.</summary>
    private static int TicksPerQuarter(IEnumerable<AbcPlayed> played, AbcPlace place, AbcLog log)
    {
        HashSet<long> denominators = [];
        foreach (AbcPlayed voice in played)
        {
            foreach (AbcPlayedNote note in voice.Notes)
            {
                denominators.Add((note.Onset * new Fraction(4, 1)).Denominator);
                denominators.Add((note.Length * new Fraction(4, 1)).Denominator);
            }

            IEnumerable<Fraction> times = voice.Bars.Concat(voice.Meters.Select(change => change.Time));
            denominators.UnionWith(times.Select(time => (time * new Fraction(4, 1)).Denominator));
        }

        if (LeastMultiple(denominators, LeastTicksPerQuarter) is { } multiple)
        {
            return multiple;
        }

        if (LeastMultiple(denominators, 1) is { } exact)
        {
            return exact;
        }

        log.Add(place, "lengths that 32,767 ticks a quarter can say in the tune that begins", "others", "rounded to the nearest tick");
        return RoundedTicksPerQuarter;
    }

    private static int? LeastMultiple(IEnumerable<long> denominators, long of)
    {
        long multiple = of;
        foreach (long denominator in denominators)
        {
            multiple = multiple / GreatestDivisor.Of(multiple, denominator) * denominator;
            if (multiple > MostTicksPerQuarter)
            {
                return null;
            }
        }

        return (int)multiple;
    }
}
