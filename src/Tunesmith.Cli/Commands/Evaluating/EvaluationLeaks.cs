using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Model;

namespace Tunesmith.Cli.Commands.Evaluating;

/// <summary>Finds out whether a model knows the songs that it is judged on.</summary>
internal static class EvaluationLeaks
{
    /// <summary>What speaks against an evaluation, each in a sentence or two; nothing where the songs are others.</summary>
    /// <param name="model">The model.</param>
    /// <param name="asLearned">The songs to judge it on, those kept that its training would have kept.</param>
    /// <param name="songs">The songs to judge it on.</param>
    /// <param name="learned">The songs that it is said to have learned from; null where none are named.</param>
    public static IReadOnlyList<string> Of(MelodyModel model, SongCorpus asLearned, SongCorpus songs, SongCorpus? learned)
    {
        string[] same = asLearned.Songs.Count > 0 && model.DataFingerprint == asLearned.Fingerprint()
            ?
            [
                "these are the very songs of the model's training: the numbers tell how well it knows them, and nothing about songs "
                    + "that it has not seen",
            ]
            : [];
        return learned is null ? same : [.. same, .. Between(learned, songs)];
    }

    private static string[] Between(SongCorpus learned, SongCorpus songs)
    {
        CorpusOverlap overlap = CorpusOverlap.Of(learned, songs);
        string named = string.Join(", ", overlap.Titles.Take(ProtocolNotes.MostNamed).Select(title => $"\"{title}\""));
        int more = overlap.Titles.Count - ProtocolNotes.MostNamed;
        string[] titles = overlap.Titles.Count == 0
            ? []
            :
            [
                $"{Wording.Count(overlap.Titles.Count, "title")} {(overlap.Titles.Count == 1 ? "stands" : "stand")} in both folders, "
                    + $"{named}{(more > 0 ? $" and {more} more" : "")}: the model and the baselines may know what they are judged on; "
                    + "leave these songs out of one folder",
            ];
        return [.. titles, .. ProtocolNotes.Twins(overlap.Twins, learned, songs)];
    }
}
