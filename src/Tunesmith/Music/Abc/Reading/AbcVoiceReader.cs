namespace Tunesmith.Music.Abc.Reading;

/// <summary>Reads the music of one voice, a symbol at a time: notes, chords, rests, bar lines, and what changes them.</summary>
/// <param name="voice">The voice that grows.</param>
/// <param name="options">How ABC is read.</param>
/// <param name="log">Where warnings go.</param>
internal sealed class AbcVoiceReader(AbcVoice voice, AbcReadOptions options, AbcLog log)
{
    private const int MostBroken = 6;

    private readonly AbcNoteReader _notes = new(voice, log);
    private AbcSound? _last; // what > and - apply to
    private Fraction? _broken; // what the next sound is multiplied by
    private Fraction _tuplet = Fraction.One;
    private long _tupletLeft;
    private AbcTone[] _graces = [];

    /// <summary>The voice that grows.</summary>
    public AbcVoice Voice => voice;

    /// <summary>Reads the next symbol; it is not an inline field.</summary>
    public void ReadNext(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        char next = scanner.Next;
        if (AbcNoteReader.IsNext(scanner))
        {
            AddSound(_notes.ReadNote(scanner));
        }
        else if (AbcBarLineReader.IsNext(scanner))
        {
            AbcBarLine bar = AbcBarLineReader.Read(scanner, log);
            voice.Add(bar);
            _notes.EndBar();
        }
        else if (next == '[')
        {
            AddSound(_notes.ReadChord(scanner));
        }
        else if (next is 'z' or 'x' or 'Z' or 'X')
        {
            AddSound(_notes.ReadRest(scanner));
        }
        else if (next is '<' or '>')
        {
            ReadBroken(scanner);
        }
        else if (next == '(' && char.IsAsciiDigit(scanner.Peek(1)))
        {
            ReadTuplet(scanner);
        }
        else if (next == '{')
        {
            ReadGraces(scanner);
        }
        else if (next == '-')
        {
            scanner.Position++;
            Tie(place);
        }
        else if (next == '&')
        {
            scanner.Position++;
            voice.Add(new AbcOverlay(place));
            _last = null;
            _notes.EndBar();
        }
        else
        {
            AbcOrnaments.Skip(scanner, log);
        }
    }

    private void AddSound(AbcSound? sound)
    {
        if (sound is null)
        {
            return;
        }

        if (_tupletLeft > 0)
        {
            _tupletLeft--;
            sound.Scale(_tuplet);
        }

        if (_broken is { } factor)
        {
            _broken = null;
            sound.Scale(factor);
        }

        if (_graces.Length > 0 && sound.Tones.Length > 0)
        {
            sound.Graces = _graces;
            _graces = [];
        }

        _last = sound;
        voice.Add(sound);
    }

    /// <summary><c>a&gt;b</c>: the first is longer by a half, the second shorter; a mark more halves the second again.</summary>
    private void ReadBroken(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        char mark = scanner.Next;
        int count = 0;
        while (scanner.Take(mark))
        {
            count++;
        }

        if (_last is null || _broken is not null || count > MostBroken)
        {
            log.Add(place, "two notes around a broken rhythm", AbcLog.Quote(new string(mark, Math.Min(count, MostBroken))), "passed over");
            return;
        }

        Fraction shorter = new(1, 1L << count);
        Fraction longer = new((2L << count) - 1, 1L << count);
        _last.Scale(mark == '>' ? longer : shorter);
        _broken = mark == '>' ? shorter : longer;
    }

    /// <summary><c>(p:q:r</c>: the next r sounds, otherwise p, are p in the time of q.</summary>
    private void ReadTuplet(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        scanner.Position++;
        long played = scanner.TakeNumber() ?? 0;
        long? time = scanner.Take(':') ? scanner.TakeNumber() : null;
        long? sounds = scanner.Take(':') ? scanner.TakeNumber() : null;
        long inTime = time ?? UsualTime(played);
        if (played is < 1 or > 99 || inTime is < 1 or > 99 || sounds is < 1 or > 999)
        {
            log.Add(place, "a tuplet of 1 to 99 notes", AbcLog.Quote($"({played}"), "passed over");
            return;
        }

        if (_tupletLeft > 0)
        {
            log.Add(place, $"{_tupletLeft} more in the tuplet", "another tuplet", "the first ends here");
        }

        _tuplet = new Fraction(inTime, played);
        _tupletLeft = sounds ?? played;
    }

    private long UsualTime(long played) => played switch
    {
        3 or 6 => 2,
        2 or 4 or 8 => 3,
        _ => voice.Meter is { Numerator: 6 or 9 or 12 } ? 3 : 2,
    };

    private void ReadGraces(AbcScanner scanner)
    {
        AbcPlace place = scanner.Place;
        scanner.Position++;
        List<AbcTone> graces = [];
        while (!scanner.AtEnd && scanner.Next != '}')
        {
            if (AbcNoteReader.IsNext(scanner))
            {
                graces.AddRange(_notes.ReadNote(scanner)?.Tones ?? []);
            }
            else
            {
                scanner.Position++;
            }
        }

        if (!scanner.Take('}'))
        {
            log.Add(place, "'}' after grace notes", "the end of the line", "the rest of the line is passed over");
        }

        _graces = options.PlayGraceNotes ? [.. graces] : [];
    }

    private void Tie(AbcPlace place)
    {
        if (_last is not { Tones.Length: > 0 } sound)
        {
            log.Add(place, "a note before a tie", "none", "passed over");
            return;
        }

        foreach (ref AbcTone tone in sound.Tones.AsSpan())
        {
            tone = tone with { IsTied = true };
        }

        _notes.Tie();
    }
}
