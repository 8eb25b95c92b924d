using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Music.Abc.Playing;

/// <summary>Plays the elements of a voice in their order: gives each note its time, and makes one note of those that are tied.</summary>
internal sealed class AbcPlayer
{
    private static readonly Fraction MostTime = new(1_000_000, 1);
    private static readonly Fraction GraceShare = new(1, 4);

    private readonly AbcPlayed _played = new();
    private readonly Dictionary<int, int> _tied = []; // the note that goes on, by pitch
    private Fraction _time;
    private Fraction _barStart;
    private Fraction _longest; // where the longest of several overlays ends

    private AbcPlayer()
    {
    }

    /// <summary>Plays a voice.</summary>
    /// <param name="elements">The voice's elements.</param>
    /// <param name="order">Which of them are played, in order.</param>
    /// <exception cref="AbcFormatException">It lasts longer than 1,000,000 whole notes.</exception>
    public static AbcPlayed Play(IReadOnlyList<AbcElement> elements, IReadOnlyList<AbcRange> order)
    {
        AbcPlayer player = new();
        player._played.Notes.EnsureCapacity(order.Sum(range => range.To - range.From)); // mostly notes of one pitch
        (AbcMeter?[] meters, AbcTempo?[] tempos) = StatedBefore(elements);
        foreach (AbcRange range in order)
        {
            // What was stated before this place in the text holds, wherever the music comes from.
            player.EndBar();
            player.Change(meters[range.From]);
            player.Change(tempos[range.From]);
            for (int index = range.From; index < range.To; index++)
            {
                player.Play(elements[index]);
            }
        }

        player.EndBar();
        player._played.End = player._time;
        return player._played;
    }

    private static (AbcMeter?[] Meters, AbcTempo?[] Tempos) StatedBefore(IReadOnlyList<AbcElement> elements)
    {
        AbcMeter?[] meters = new AbcMeter?[elements.Count];
        AbcTempo?[] tempos = new AbcTempo?[elements.Count];
        AbcMeter? meter = null;
        AbcTempo? tempo = null;
        for (int index = 0; index < elements.Count; index++)
        {
            (meters[index], tempos[index]) = (meter, tempo);
            meter = elements[index] as AbcMeter ?? meter;
            tempo = elements[index] as AbcTempo ?? tempo;
        }

        return (meters, tempos);
    }

    private void Play(AbcElement element)
    {
        switch (element)
        {
            case AbcSound sound:
                Sound(sound);
                break;
            case AbcBarLine:
                EndBar();
                break;
            case AbcMeter meter:
                Change(meter);
                break;
            case AbcTempo tempo:
                Change(tempo);
                break;
            case AbcOverlay:
                _longest = _time > _longest ? _time : _longest;
                _time = _barStart;
                break;
        }
    }

    private void EndBar()
    {
        _time = _longest > _time ? _longest : _time;
        _longest = default;
        _barStart = _time;
        if (_played.Bars.Count == 0 || _played.Bars[^1] < _time)
        {
            _played.Bars.Add(_time);
        }
    }

    private void Change(AbcMeter? meter)
    {
        if (meter is not null && (_played.Meters.Count == 0 || _played.Meters[^1].Meter != meter.Meter))
        {
            _played.Meters.Add((_time, meter.Meter));
        }
    }

    private void Change(AbcTempo? tempo)
    {
        if (tempo is not null && (_played.Tempos.Count == 0 || _played.Tempos[^1].MicrosecondsPerQuarter != tempo.MicrosecondsPerQuarter))
        {
            _played.Tempos.Add((_time, tempo.MicrosecondsPerQuarter));
        }
    }

    private void Sound(AbcSound sound)
    {
        Fraction graces = Graces(sound);
        foreach (AbcTone tone in sound.Tones)
        {
            if (!_tied.Remove(tone.Pitch, out int note) || _played.Notes[note].Onset + _played.Notes[note].Length != _time)
            {
                note = _played.Notes.Count;
                _played.Notes.Add(new AbcPlayedNote(_time + graces, default, tone.Pitch));
            }

            Fraction end = _time + tone.Length;
            RequireTime(end, sound.Place);
            _played.Notes[note] = _played.Notes[note] with { Length = end - _played.Notes[note].Onset };
            if (tone.IsTied)
            {
                _tied[tone.Pitch] = note;
            }
        }

        _time += sound.Length;
        RequireTime(_time, sound.Place);
    }

    private static void RequireTime(Fraction time, AbcPlace place)
    {
        if (time > MostTime)
        {
            throw AbcLog.Error(place, "at most 1,000,000 whole notes with all repeats", "more", "Write a shorter tune.");
        }
    }

    /// <summary>Plays grace notes from the start of a sound, and tells how much of it they take.</summary>
    private Fraction Graces(AbcSound sound)
    {
        Fraction taken = GraceShare * sound.Graces.Aggregate(default(Fraction), (sum, grace) => sum + grace.Length);
        if (taken.Numerator == 0 || taken >= sound.Length)
        {
            return default;
        }

        Fraction time = _time;
        foreach (AbcTone grace in sound.Graces)
        {
            _played.Notes.Add(new AbcPlayedNote(time, grace.Length * GraceShare, grace.Pitch));
            time += grace.Length * GraceShare;
        }

        return taken;
    }
}
