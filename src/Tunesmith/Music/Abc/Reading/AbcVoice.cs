namespace Tunesmith.Music.Abc.Reading;

/// <summary>One voice of a tune while its text is read: what stands in it so far, and what holds for the notes to come.</summary>
/// <param name="id">What <c>V:</c> calls it; empty for the voice of a tune that names none.</param>
internal sealed class AbcVoice(string id)
{
    /// <summary>What <c>V:</c> calls it.</summary>
    public string Id { get; } = id;

    /// <summary>Its name; empty where it has none.</summary>
    public string Name { get; set; } = "";

    /// <summary>What stands in it.</summary>
    public List<AbcElement> Elements { get; } = [];

    /// <summary>The key signature.</summary>
    public AbcKey Key { get; set; } = AbcKey.None;

    /// <summary>The meter; null for none.</summary>
    public Meter? Meter { get; set; }

    /// <summary>The length of a note without a length, in whole notes.</summary>
    public Fraction Unit { get; set; }

    /// <summary>By how many semitones notes sound higher.</summary>
    public int Shift { get; set; }

    /// <summary>How many part labels the tune had when this voice last took one.</summary>
    public int PartsSeen { get; set; }

    /// <summary>Adds an element; a bar line right after another becomes one with it.</summary>
    public void Add(AbcElement element)
    {
        if (element is AbcBarLine bar && Elements.Count > 0 && Elements[^1] is AbcBarLine { Ending: null } before)
        {
            Elements[^1] = before with
            {
                Repeats = Math.Max(before.Repeats, bar.Repeats),
                Starts = before.Starts || bar.Starts,
                IsDouble = before.IsDouble || bar.IsDouble,
                Ending = bar.Ending,
            };
        }
        else
        {
            Elements.Add(element);
        }
    }
}
