using System.Globalization;
using System.Text;
using Tunesmith.Music.Abc.Playing;
using Tunesmith.Music.Abc.Reading;
using Tunesmith.Music.Abc.Writing;

namespace Tunesmith.Music.Abc;

/// <summary>Writes songs as ABC.</summary>
internal static class AbcWriter
{
    private const int MicrosecondsPerMinute = 60_000_000;

    private static readonly Fraction Eighth = new(1, 8);
    private static readonly Fraction Sixteenth = new(1, 16);

    /// <summary>Writes a song; <see cref="Score.ToAbc"/> says how.</summary>
    public static AbcWriting Write(Score score, string title)
    {
        AbcLayer[] layers = AbcLayer.Of(score);
        if (layers.Length == 0)
        {
            throw new InvalidOperationException("The song has no note that lasts, so there is nothing to write.");
        }

        List<AbcBar> bars = AbcBar.Of(score, layers.Max(layer => layer.End));
        if (layers.Length > AbcVoices.Most || (long)layers.Length * bars.Count > AbcBar.Most)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The song has {layers.Length:N0} voices at a time in {bars.Count:N0} bars, too many to write."));
        }

        if (score.Tempos.Changes.Any(change => change.Tick >= layers[0].End))
        {
            layers[0] = layers[0] with { End = layers.Max(layer => layer.End) }; // the first voice states the tempi of all
        }

        Note[] notes = [.. score.Notes.Where(note => note.Length > 0)];
        AbcSpelling spelling = AbcSpelling.Of(notes);
        Fraction unit = UnitFor(score, notes);
        StringBuilder text = new();
        text.Append("X:1\n");
        text.Append(CultureInfo.InvariantCulture, $"T:{AbcText.Escape(title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"M:{bars[0].Held}\n");
        text.Append(CultureInfo.InvariantCulture, $"L:{unit}\n");
        if (score.Tempos.Changes.Any(change => change.Tick <= 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"Q:{TempoOf(score.Tempos.At(0).MicrosecondsPerQuarter)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"K:{spelling.Name}\n");
        long elements = 0;
        for (int voice = 0; voice < layers.Length; voice++)
        {
            AppendVoiceField(text, layers, voice);
            IEnumerable<TempoChange> tempos = voice == 0 ? score.Tempos.Changes.Where(change => change.Tick > 0) : [];
            AbcVoiceWriter writer = new(score, spelling, unit, tempos);
            text.Append(writer.Write(layers[voice], bars));
            elements += writer.Elements;
        }

        if (elements > AbcRepeats.MostElements)
        {
            throw new InvalidOperationException("The song has more than 1,000,000 notes, rests and bar lines, too many to write.");
        }

        return new AbcWriting(text.ToString(), [.. LossesOf(score, layers)]);
    }

    /// <summary>
    /// A tempo as <c>Q:</c> says it: quarters a minute with the fewest decimals that give its microseconds again, six at most.
    /// </summary>
    internal static string TempoOf(int microsecondsPerQuarter)
    {
        decimal rate = (decimal)MicrosecondsPerMinute / microsecondsPerQuarter;
        int decimals = 0;
        while (decimals < 6 && (Rounded() is 0 || Math.Round(MicrosecondsPerMinute / Rounded()) != microsecondsPerQuarter))
        {
            decimals++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"1/4={Rounded():0.######}");

        decimal Rounded() => Math.Round(rate, decimals);
    }

    private static void AppendVoiceField(StringBuilder text, AbcLayer[] layers, int voice)
    {
        string name = AbcText.Escape(layers[voice].Name).Replace("\"", "'", StringComparison.Ordinal);
        if (layers.Length > 1 || name.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"V:{voice + 1}");
            text.Append(name.Length > 0 ? $" name=\"{name}\"\n" : "\n");
        }
    }

    /// <summary>A sixteenth where more than half of the notes are no whole number of eighths, else an eighth.</summary>
    private static Fraction UnitFor(Score score, Note[] notes)
    {
        int uneven = notes.Count(note => 2 * note.Length % score.TicksPerQuarter != 0);
        return 2 * uneven > notes.Length ? Sixteenth : Eighth;
    }

    private static IEnumerable<string> LossesOf(Score score, AbcLayer[] layers)
    {
        Note[] notes = [.. score.Notes];
        int silent = notes.Count(note => note.Length == 0);
        if (silent > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{silent} note(s) of no length are left out");
        }

        if (notes.DistinctBy(note => note.Velocity).Count() > 1)
        {
            yield return "how hard notes are struck is not written";
        }

        if (score.Tracks.Any(track => track.Programs.Any(change => change.Program != 0)))
        {
            yield return "instruments are not written";
        }

        if (score.Tracks.Any(track => track.Controls.Count + track.Bends.Count > 0))
        {
            yield return "pedals, volumes, bends and the like are not written";
        }

        if (notes.Any(note => note.Channel == GeneralMidi.DrumChannel))
        {
            yield return "drums are written as the pitches of their keys";
        }

        int tracks = score.Tracks.Count(track => track.Notes.Count > 0);
        if (layers.Length > tracks)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"notes that overlap are written as {layers.Length} voices");
        }
    }
}
