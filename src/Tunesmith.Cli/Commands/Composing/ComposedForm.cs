using Tunesmith.Analysis;
using Tunesmith.Cli.Drawing;
using Tunesmith.Composing;
using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>How much of what was composed has stood before in its song, beside the corpus's songs.</summary>
/// <param name="Composed">The composed bars of all songs.</param>
/// <param name="Corpus">The bars of the corpus; null where none was given.</param>
internal sealed record ComposedForm(RecurringBars Composed, RecurringBars? Corpus)
{
    /// <summary>The form of composed songs.</summary>
    /// <param name="compositions">The songs.</param>
    /// <param name="corpus">The folder whose songs they start from; null where they start from a file.</param>
    public static ComposedForm Of(IEnumerable<Composition> compositions, SongCorpus? corpus) => new(
        RecurringBars.Total(compositions.Select(Of)),
        corpus is null ? null : RecurringBars.Of(corpus.Melodies));

    /// <summary>The composed bars of one song; those of its primer are known, but do not count.</summary>
    public static RecurringBars Of(Composition composition) => RecurringBars.Of(composition.Melody, composition.PrimerSteps);

    /// <summary>The form in a sentence; empty where no whole bar was composed.</summary>
    /// <param name="songs">How many songs were composed.</param>
    public string InWords(int songs)
    {
        if (Composed.Bars == 0)
        {
            return "";
        }

        string beside = Corpus is { Bars: > 0 } real ? $"; of the bars of the corpus {Wording.Share(real.Recurring, real.Bars)}" : "";
        string all = songs == 1 ? "" : $" of all {Wording.Count(songs, "song")}";
        return $"of the composed bars{all} {Wording.Share(Composed.Recurring, Composed.Bars)} have stood before in their song{beside}";
    }
}
