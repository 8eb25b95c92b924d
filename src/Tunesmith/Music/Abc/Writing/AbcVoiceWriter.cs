using System.Globalization;
using System.Text;

namespace Tunesmith.Music.Abc.Writing;

/// <summary>Writes the music of one voice, four bars a line. A note over a bar line is written in pieces that are tied.</summary>
/// <param name="score">The song.</param>
/// <param name="spelling">Its key.</param>
/// <param name="unit">The unit note length, in whole notes.</param>
/// <param name="tempos">The tempi that this voice states, in order, the one at the start left out.</param>
internal sealed class AbcVoiceWriter(Score score, AbcSpelling spelling, Fraction unit, IEnumerable<TempoChange> tempos)
{
    private const int BarsPerLine = 4;

    private readonly StringBuilder _text = new();
    private readonly Queue<TempoChange> _tempos = new(tempos);
    private readonly Dictionary<int, int> _everyOctave = []; // accidentals of the bar by letter, for who reads them so
    private readonly Dictionary<int, int> _oneOctave = []; // and by letter + 7 * octave

    /// <summary>How many notes, rests, bar lines, meters and tempi are written: what a reader counts as elements.</summary>
    public long Elements { get; private set; } = 1; // the meter of the head

    /// <summary>Writes a voice.</summary>
    public string Write(AbcLayer layer, IReadOnlyList<AbcBar> bars)
    {
        Queue<AbcChord> chords = new(layer.Chords);
        int count = 0;
        foreach (AbcBar bar in bars)
        {
            if (count > 0 && bar.Meter is { } meter)
            {
                _text.Append(CultureInfo.InvariantCulture, $"[M:{meter}] ");
                Elements++;
            }

            _everyOctave.Clear();
            _oneOctave.Clear();
            WriteBar(bar, layer.End, chords);
            count++;
            Elements++;
            bool isLast = count == bars.Count || bar.End >= layer.End;
            _text.Append(isLast ? " |]\n" : count % BarsPerLine == 0 ? " |\n" : " | ");
            if (isLast)
            {
                break;
            }
        }

        return _text.ToString();
    }

    private void WriteBar(AbcBar bar, long voiceEnd, Queue<AbcChord> chords)
    {
        long end = Math.Min(bar.End, voiceEnd);
        long tick = bar.Start;
        while (tick < end)
        {
            bool rests = !chords.TryPeek(out AbcChord? chord) || chord.Onset > tick;
            long next = Math.Min(end, chord is null ? end : rests ? chord.Onset : chord.End);
            if (tick > bar.Start && IsBeat(bar, tick))
            {
                _text.Append(' ');
            }

            WriteTempos(tick);
            Elements++;
            if (rests)
            {
                _text.Append('z').Append(LengthOf(next - tick));
            }
            else
            {
                WriteChord(chord!, tick, next);
            }

            if (!rests && next == chord!.End)
            {
                chords.Dequeue();
            }

            tick = next;
        }
    }

    /// <summary>States the tempi that hold by now, where a note begins or goes on; the last of several.</summary>
    private void WriteTempos(long tick)
    {
        TempoChange? last = null;
        while (_tempos.TryPeek(out TempoChange change) && change.Tick <= tick)
        {
            last = _tempos.Dequeue();
        }

        if (last is { } tempo)
        {
            _text.Append(CultureInfo.InvariantCulture, $"[Q:{AbcWriter.TempoOf(tempo.MicrosecondsPerQuarter)}]");
            Elements++;
        }
    }

    private void WriteChord(AbcChord chord, long tick, long next)
    {
        bool isOne = chord.Pitches.Count == 1;
        _text.Append(isOne ? "" : "[");
        foreach (Pitch pitch in chord.Pitches)
        {
            // Where C and C sharp both go on over a bar line, the tie keeps the accidental of one of them.
            WritePitch(pitch, isPlain: chord.Onset == tick || !chord.Pitches.Any(other => other != pitch && SharesPlace(other, pitch)));
        }

        _text.Append(isOne ? "" : "]").Append(LengthOf(next - tick)).Append(next < chord.End ? "-" : "");
    }

    private bool SharesPlace(Pitch one, Pitch other) =>
        (spelling.Spell(one), spelling.Spell(other)) is var (left, right) && (left.Letter, left.Octave) == (right.Letter, right.Octave);

    private void WritePitch(Pitch pitch, bool isPlain)
    {
        (int letter, int alteration, int octave) = spelling.Spell(pitch);
        int key = spelling.Key.Of(letter);
        int place = letter + (7 * octave);
        bool isKnown = _everyOctave.GetValueOrDefault(letter, key) == alteration && _oneOctave.GetValueOrDefault(place, key) == alteration;
        if (!isKnown || !isPlain)
        {
            _text.Append(alteration switch { -2 => "__", -1 => "_", 0 => "=", 1 => "^", _ => "^^" });
            _everyOctave[letter] = alteration;
            _oneOctave[place] = alteration;
        }

        char capital = AbcLetters.Capitals[letter];
        _text.Append(octave > 0 ? char.ToLowerInvariant(capital) : capital);
        _text.Append(octave > 0 ? new string('\'', octave - 1) : new string(',', -octave));
    }

    /// <summary>The length as a multiple of the unit: nothing for 1, <c>3</c>, <c>/2</c>, <c>3/2</c>.</summary>
    private string LengthOf(long ticks)
    {
        Fraction length = new Fraction(ticks, 4L * score.TicksPerQuarter) * new Fraction(unit.Denominator, unit.Numerator);
        string over = length.Numerator == 1 ? "" : length.Numerator.ToString(CultureInfo.InvariantCulture);
        return length.Denominator == 1 ? over : string.Create(CultureInfo.InvariantCulture, $"{over}/{length.Denominator}");
    }

    /// <summary>Whether a beat begins: a quarter, or in 6/8, 9/8 and the like three eighths.</summary>
    private bool IsBeat(AbcBar bar, long tick)
    {
        bool isCompound = bar.Held.Denominator >= 8 && bar.Held.Numerator % 3 == 0;
        long beat = isCompound ? 12L * score.TicksPerQuarter / bar.Held.Denominator : score.TicksPerQuarter;
        return beat == 0 || (tick - bar.Start) % beat == 0;
    }
}
