using System.Globalization;
using Tunesmith.Analysis.Originality;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Report;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

/// <summary>The page of <c>tunesmith compose --report</c>.</summary>
/// <param name="Model">The model that composed.</param>
/// <param name="Recipe">The recipe that it was trained by.</param>
/// <param name="Outcomes">The names of the outcomes that it predicts.</param>
/// <param name="CorpusForm">The share of the corpus's bars that have stood before in their song; null where none was given.</param>
/// <param name="Form">In which form the songs are written.</param>
internal sealed record ComposePage(MelodyModel Model, Recipe Recipe, IReadOnlyList<string> Outcomes, double? CorpusForm, SongForm Form)
{
    /// <summary>The most songs of which the predictions are shown: those of more would need much memory, and have no room on a page.</summary>
    public const int MostPredictions = 24;

    /// <summary>What is on it.</summary>
    /// <param name="songs">The songs, each with what it starts from, its file, and the command that composes it again.</param>
    /// <param name="threads">How many threads make the sounds.</param>
    public ReportPage Of(IReadOnlyList<(Composition Song, PrimerSong Primer, string File, string Command)> songs, int threads)
    {
        SongCorpus? learned = LearnedFrom(songs[0].Primer);
        OriginalityIndex? index = learned is null ? null : CorpusOriginality.IndexOf(learned);
        return new ReportPage
        {
            Title = songs.Count == 1 ? "A new song" : Say($"{songs.Count:N0} new songs"),
            Lead = Say($"A small neural network that has learned from {Wording.Count(Model.Summary.Songs, "song")} wrote ")
                + (songs.Count == 1 ? "this one. Hear it, see it, and take it with you." : "these. Hear them, see them, and take them with you."),
            Tunes = [.. songs.Select((song, number) => TuneOf(
                song.Song, song.Primer, song.File, song.Command, learned is null ? null : CorpusForm, songs.Count == 1 ? null : number + 1) with
            {
                Originality = index is null ? null : OriginalityOf(song.Song, index),
            })],
            Training = new ReportTraining { Recipe = Recipe, Summary = Model.Summary, Weights = Model.Parameters.Shape.ParameterCount },
            Songs = learned is null ? null : new ReportSongs(learned),
            Threads = threads,
        };
    }

    /// <summary>The folder that the songs start from, where it is what the model learned from.</summary>
    private SongCorpus? LearnedFrom(PrimerSong primer) =>
        primer is { Index: not null, Corpus: { } corpus } && Model.DataFingerprint.Length > 0 && corpus.Fingerprint() == Model.DataFingerprint ? corpus : null;

    /// <summary>What was composed shares with the songs, its bars counted as they stand in the song that is written.</summary>
    private OriginalityReport OriginalityOf(Composition song, OriginalityIndex index) => Form.WithPrimer
        ? index.Judge(song.Melody, song.PrimerSteps)
        : index.Judge(song.Melody.Skip(song.PrimerSteps));

    private ReportTune TuneOf(Composition song, PrimerSong primer, string file, string command, double? usualForm, int? number)
    {
        Score score = song.ToScore(Form);
        string title = primer.IsNothing ? "From nothing" : $"After {primer.Name}";
        string begun = Say($"the first {Wording.Count(song.PrimerSteps, "step")} of {primer.Name}");
        return new ReportTune
        {
            Title = number is null ? title : Say($"{number}. {title}"),
            Score = score,
            Midi = song.ToMidi(Form, primer.RecordName),
            FileName = Path.GetFileNameWithoutExtension(file),
            ComposedFrom = Form.WithPrimer ? (long)song.PrimerSteps * score.TicksPerQuarter / song.Melody.StepsPerQuarter : null,
            BegunWith = primer.IsNothing ? "" : Form.WithPrimer ? begun : $"{begun}, which are left out",
            Form = ComposedForm.Of(song),
            UsualForm = usualForm,
            Predictions = new ReportPredictions(
                Outcomes, song.Probabilities, song.Tokens[song.PrimerSteps..].ToArray(), Form.WithPrimer ? song.PrimerSteps : 0),
            Command = command,
        };
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
