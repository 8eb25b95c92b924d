namespace Tunesmith.Music.Abc.Reading;

/// <summary>
/// Reads notes, chords and rests. An accidental holds for its letter in every octave up to the next bar line, as the standard has it; a
/// tied note keeps its pitch over the bar line.
/// </summary>
/// <param name="voice">What holds: key, unit length, meter, transposition.</param>
/// <param name="log">Where warnings go.</param>
internal sealed class AbcNoteReader(AbcVoice voice, AbcLog log)
{
    private const int MostBars = 100_000;
    private const int MostOctaves = 20; // beyond this any pitch is out of range

    private readonly Dictionary<int, int> _accidentals = []; // by letter
    private readonly Dictionary<int, int> _tied = []; // those of the last note or chord that a tie carries on, by letter + 7 * octave
    private Dictionary<int, int> _spelled = []; // those of the last note or chord
    private Dictionary<int, int> _read = []; // those of the one that is read
    private bool _isTied;

    /// <summary>Whether a note stands next, with its accidental.</summary>
    public static bool IsNext(AbcScanner scanner) => scanner.Next is (>= 'a' and <= 'g') or (>= 'A' and <= 'G') or '^' or '_' or '=';

    /// <summary>What a bar line does: accidentals end, but for those of tied notes.</summary>
    public void EndBar()
    {
        _accidentals.Clear();
        if (_isTied)
        {
            foreach ((int key, int alteration) in _spelled)
            {
                _tied[key] = alteration;
            }
        }
    }

    /// <summary>Notes that the last note or chord is tied to the next.</summary>
    public void Tie() => _isTied = true;

    /// <summary>Reads a note; null where an accidental stands before none.</summary>
    /// <exception cref="AbcFormatException">No MIDI number is so low or so high.</exception>
    public AbcSound? ReadNote(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        AbcTone? tone = ReadTone(scanner);
        EndSound();
        return tone is { } read ? AbcSound.Of(place, read.Length, read) : null;
    }

    /// <summary>Reads a chord in brackets; null where no note stands in it.</summary>
    /// <exception cref="AbcFormatException">No MIDI number is so low or so high.</exception>
    public AbcSound? ReadChord(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        scanner.Position++;
        List<AbcTone> tones = [];
        while (!scanner.AtEnd && scanner.Next != ']')
        {
            if (!IsNext(scanner))
            {
                AbcOrnaments.Skip(scanner, log);
            }
            else if (ReadTone(scanner) is { } tone)
            {
                tones.Add(tone with { IsTied = scanner.Take('-') });
            }
        }

        if (!scanner.Take(']'))
        {
            log.Add(place, "']' after the notes of a chord", "the end of the line", "the chord ends there");
        }

        EndSound();
        _isTied = tones.Exists(tone => tone.IsTied);
        Fraction factor = ReadLength(scanner);
        if (tones.Count == 0)
        {
            log.Add(place, "notes in a chord", "none", "passed over");
            return null;
        }

        AbcSound chord = AbcSound.Of(place, tones[0].Length, [.. tones.DistinctBy(tone => tone.Pitch)]);
        chord.Scale(factor);
        return chord;
    }

    /// <summary>Reads a rest: <c>z</c> and <c>x</c> of a length, <c>Z</c> and <c>X</c> of so many bars.</summary>
    public AbcSound ReadRest(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        bool isBars = scanner.Next is 'Z' or 'X';
        scanner.Position++;
        Fraction unit = !isBars ? voice.Unit : voice.Meter is { } meter ? new Fraction(meter.Numerator, meter.Denominator) : Fraction.One;
        Fraction length = ReadLength(scanner);
        if (isBars && length > new Fraction(MostBars, 1))
        {
            length = Fraction.One;
            log.Add(place, $"at most {MostBars} bars of rest", "more", "read as one");
        }

        EndSound();
        return AbcSound.Of(place, unit * length);
    }

    private AbcTone? ReadTone(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        int? accidental = scanner.TakeAccidental();
        int letter = scanner.AtEnd ? -1 : AbcLetters.PlaceOf(scanner.Next);
        if (letter < 0)
        {
            log.Add(place, "a note after an accidental", AbcLog.Quote(scanner.Rest[..Math.Min(1, scanner.Rest.Length)]), "passed over");
            return null;
        }

        int octave = char.IsAsciiLetterLower(scanner.Next) ? 1 : 0;
        scanner.Position++;
        for (; scanner.Next is '\'' or ','; scanner.Position++)
        {
            octave = Math.Clamp(octave + (scanner.Next == ',' ? -1 : 1), -MostOctaves, MostOctaves);
        }

        int key = letter + (7 * octave);
        int alteration = accidental
            ?? (_tied.TryGetValue(key, out int tied) ? tied : _accidentals.TryGetValue(letter, out int held) ? held : voice.Key.Of(letter));
        if (accidental is { } stated)
        {
            _accidentals[letter] = stated;
        }

        _read[key] = alteration;
        int pitch = AbcLetters.NumberOf(letter) + (12 * octave) + alteration + voice.Shift;
        if (pitch is < Pitch.LowestNumber or > Pitch.HighestNumber)
        {
            throw AbcLog.Error(place, "a pitch from C-1 to G9", $"one {(pitch < 0 ? "below" : "above")}", "Write it some octaves nearer.");
        }

        return new AbcTone(voice.Unit * ReadLength(scanner), pitch, false);
    }

    private Fraction ReadLength(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        if (scanner.TakeLength() is { } length)
        {
            return length;
        }

        log.Add(place, "a length above 0", "0", "read as 1");
        return Fraction.One;
    }

    private void EndSound()
    {
        _isTied = false;
        _tied.Clear();
        _spelled.Clear();
        (_spelled, _read) = (_read, _spelled);
    }
}
