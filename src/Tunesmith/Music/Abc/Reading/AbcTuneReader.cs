using System.Globalization;
using Tunesmith.Music.Abc.Playing;

namespace Tunesmith.Music.Abc.Reading;

/// <summary>Reads one tune: its fields and, voice by voice, its music.</summary>
internal sealed class AbcTuneReader
{
    private readonly AbcReadOptions _options;
    private readonly AbcLog _log;
    private readonly List<string> _titles = [];
    private readonly AbcVoices _voices;
    private int _number;
    private string? _partOrder;
    private bool _inHead = true;

    private AbcTuneReader(AbcReadOptions options)
    {
        _options = options;
        _log = new AbcLog(options.Strict);
        _voices = new AbcVoices(options, _log);
    }

    /// <summary>Reads a tune.</summary>
    /// <param name="head">Fields that hold for every tune of the file.</param>
    /// <param name="lines">The tune's lines from its first field on, and what may stand after it.</param>
    /// <param name="options">How.</param>
    public static AbcTune Read(ReadOnlySpan<AbcLine> head, ReadOnlySpan<AbcLine> lines, AbcReadOptions options)
    {
        AbcTuneReader reader = new(options);
        int line = lines[0].Number;
        try
        {
            foreach (AbcLine field in head)
            {
                if (field.Field is not ('K' or 'T' or 'X' or 'P' or 'V'))
                {
                    reader.ReadField(field.Field, field.Value, field.ValuePlace);
                }
            }

            reader.ReadLines(lines);
            Score score = AbcScore.Of(reader._voices.All, reader._partOrder, lines[0], reader._log);
            return reader.Tune(line, score, null);
        }
        catch (AbcFormatException error)
        {
            return reader.Tune(line, null, error);
        }
    }

    private AbcTune Tune(int line, Score? score, AbcFormatException? error) => new()
    {
        Number = _number,
        Titles = _titles,
        Line = line,
        Score = score,
        Error = error,
        Warnings = _log.ToArray(),
    };

    private void ReadLines(ReadOnlySpan<AbcLine> lines)
    {
        for (int index = 0; index < lines.Length; index++)
        {
            AbcLine line = lines[index];
            if (string.IsNullOrWhiteSpace(line.Text))
            {
                if (!_inHead)
                {
                    WarnOfMusicAfter(lines[index..]);
                    return;
                }
            }
            else if (line.IsField)
            {
                ReadField(line.Field, line.Value, line.ValuePlace);
            }
            else if (_inHead && line.Text != "%")
            {
                _log.Add(new AbcPlace(line.Number, 1), "a field, such as K:", AbcLog.Quote(line.Text), "passed over");
            }
            else if (!_inHead && line.Text != "%")
            {
                ReadMusic(new AbcScanner(line.Text, line.Number));
            }
        }

        if (_inHead)
        {
            AbcLine last = lines[^1];
            throw AbcLog.Error(new AbcPlace(last.Number, 1), "the key, K:,", "the end of the tune", "Give the tune its key.");
        }
    }

    /// <summary>A blank line ends a tune; what looks like more of its music would go lost without a word.</summary>
    private void WarnOfMusicAfter(ReadOnlySpan<AbcLine> lines)
    {
        foreach (AbcLine line in lines)
        {
            if (!line.IsField && line.Text.Contains('|', StringComparison.Ordinal))
            {
                AbcPlace place = new(line.Number, 1);
                _log.Add(place, "a new tune after a blank line", AbcLog.Quote(line.Text), "it and what follows are passed over");
                return;
            }
        }
    }

    private void ReadMusic(AbcScanner scanner)
    {
        while (!scanner.AtEnd)
        {
            if (!IsInlineField(scanner))
            {
                _voices.Current.ReadNext(scanner);
                continue;
            }

            char field = scanner.Peek(1);
            AbcPlace place = scanner.Place;
            scanner.Position += 3;
            AbcPlace valuePlace = scanner.Place;
            if (scanner.TakeTo(']') is { } value)
            {
                ReadField(field, value, valuePlace);
            }
            else
            {
                _log.Add(place, "']' after a field", "the end of the line", "the mark is passed over");
            }
        }
    }

    private static bool IsInlineField(AbcScanner scanner) =>
        scanner.Next == '[' && char.IsAsciiLetter(scanner.Peek(1)) && scanner.Peek(2) == ':' && scanner.Peek(3) is not ('|' or ':');

    private void ReadField(char field, string value, AbcPlace place)
    {
        switch (field)
        {
            case 'X' when _inHead:
                _ = int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _number);
                break;
            case 'T' when _inHead && AbcText.Unescape(value) is { Length: > 0 } title:
                _titles.Add(title);
                break;
            case 'M':
                _voices.SetMeter(AbcMeterField.Read(value, place), place);
                break;
            case 'L':
                _voices.SetUnit(AbcMeterField.ReadUnit(value, place));
                break;
            case 'Q':
                _voices.SetTempo(value, place);
                break;
            case 'V':
                _voices.Choose(value, inHead: _inHead);
                break;
            case 'P' when _inHead:
                ReadOrder(value, place);
                break;
            case 'P' when value.Trim() is [var name, ..]:
                _voices.BeginPart(name, place);
                break;
            case 'K':
                _voices.SetKey(AbcKeyField.Read(value, place, _log), inHead: _inHead);
                _inHead = false;
                break;
        }
    }

    private void ReadOrder(string value, AbcPlace place)
    {
        _partOrder = AbcPartsField.Read(value, place);
        if (_partOrder is null)
        {
            _log.Add(place, "an order of parts, such as ABA or (AB)2,", AbcLog.Quote(value), "parts are played as they stand");
        }
    }
}
