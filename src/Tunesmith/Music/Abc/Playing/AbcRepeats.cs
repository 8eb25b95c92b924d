using Tunesmith.Music.Abc.Reading;

namespace Tunesmith.Music.Abc.Playing;

/// <summary>
/// In which order a voice's elements are played. A repeat without a beginning goes back to the last double bar line or end of a repeat, or
/// to the beginning. Repeats do not lie within one another: the beginning of one ends any other.
/// </summary>
/// <param name="elements">The voice.</param>
/// <param name="log">Where warnings go.</param>
internal sealed class AbcRepeats(IReadOnlyList<AbcElement> elements, AbcLog log)
{
    /// <summary>The most elements that the voices of a tune have once their repeats are written out.</summary>
    public const int MostElements = 1_000_000;

    private readonly List<AbcRange> _played = [];
    private readonly List<(int[] Passes, int From)> _endings = [];
    private long _length;
    private int _start; // of the repeat, or of what may become one
    private bool _isOpen; // whether a repeat begins at the start in so many words
    private int _marks; // how many ends of repeats there are among the endings so far

    /// <summary>What is said of a tune with more elements.</summary>
    public static AbcFormatException TooMany(AbcPlace place) =>
        AbcLog.Error(place, "at most 1,000,000 notes and bar lines with all repeats", "more", "Repeat less, or write a shorter tune.");

    /// <summary>Puts a part, or the whole of a voice, into the order in which it is played.</summary>
    /// <exception cref="AbcFormatException">With its repeats it has more than 1,000,000 elements.</exception>
    public IReadOnlyList<AbcRange> Order(AbcRange part)
    {
        (_start, _isOpen) = (part.From, false);
        _played.Clear();
        for (int index = part.From; index < part.To; index++)
        {
            if (elements[index] is AbcBarLine bar)
            {
                Pass(bar, index);
            }
        }

        Close(part.To);
        return [.. _played];
    }

    private void Pass(AbcBarLine bar, int index)
    {
        if (_endings.Count > 0)
        {
            bool endsGroup = bar.Starts || (bar.IsDouble && bar.Repeats == 0 && (_marks > 0 || _endings.Count > 1));
            _marks += bar.Repeats > 0 ? 1 : 0;
            if (bar.Ending is null && (endsGroup || bar.Repeats > 0))
            {
                Close(index);
            }
        }
        else if (bar.Repeats > 0 && bar.Ending is null)
        {
            for (int pass = 0; pass <= bar.Repeats; pass++)
            {
                Play(_start, index);
            }

            (_start, _isOpen) = (index, false);
        }
        else if (bar.Starts || (bar.IsDouble && !_isOpen && bar.Ending is null))
        {
            if (bar.Starts && _isOpen)
            {
                log.Add(bar.Place, "the end of a repeat", "the beginning of another", "the first is played once");
            }

            Close(index);
        }

        _isOpen |= bar.Starts;
        if (bar.Ending is { } passes)
        {
            _marks += _endings.Count == 0 && bar.Repeats > 0 ? 1 : 0;
            _endings.Add((passes, index));
        }
    }

    /// <summary>Plays what stands between the start and a place: once, or with its endings.</summary>
    private void Close(int end)
    {
        if (_endings.Count == 0)
        {
            Play(_start, end);
        }
        else
        {
            // A single ending that is repeated from is left out in the last pass, which goes on after it.
            int last = _endings.SelectMany(ending => ending.Passes).DefaultIfEmpty(1).Max();
            int passes = _endings.Count == 1 && _marks > 0 ? last + 1 : last;
            for (int pass = 1; pass <= passes; pass++)
            {
                int chosen = _endings.FindIndex(ending => ending.Passes.Contains(pass));
                Play(_start, _endings[0].From);
                if (chosen >= 0)
                {
                    Play(_endings[chosen].From, chosen + 1 < _endings.Count ? _endings[chosen + 1].From : end);
                }
                else if (pass <= last)
                {
                    log.Add(elements[_endings[0].From].Place, $"an ending for pass {pass}", "none", "it is played without one");
                }
            }
        }

        _endings.Clear();
        (_start, _isOpen, _marks) = (end, false, 0);
    }

    private void Play(int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        _length += to - from;
        if (_length > MostElements)
        {
            throw TooMany(elements.Skip(from).First(element => element.Place.Line > 0).Place); // the meter of the head stands nowhere
        }

        _played.Add(new AbcRange(from, to));
    }
}
