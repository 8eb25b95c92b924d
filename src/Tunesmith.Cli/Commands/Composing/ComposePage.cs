using Tunesmith.Cli.Drawing;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Report;
using Tunesmith.Training;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Composing;

/// <summary>The page of <c>tunesmith compose --report</c>.</summary>
/// <param name="Model">The model that composed.</param>
/// <param name="Recipe">The recipe that it was trained by.</param>
/// <param name="Outcomes">The names of the outcomes that it predicts.</param>
/// <param name="Judging">The songs that originality is judged by; null where there are none.</param>
/// <param name="Form">In which form the songs are written.</param>
internal sealed record ComposePage(
    MelodyModel Model, Recipe Recipe, IReadOnlyList<string> Outcomes, JudgingSongs? Judging, WrittenForm Form)
{
    /// <summary>
    /// The most songs of which the predictions are shown: those of more would need much memory, and have no room on a page.
    /// </summary>
    public const int MostPredictions = 24;

    /// <summary>What is on it.</summary>
    /// <param name="songs">The songs, each with its file and the command that composes it again.</param>
    /// <param name="threads">How many threads make the sounds.</param>
    public ReportPage Of(IReadOnlyList<(ChosenSong Song, string File, string Command)> songs, int threads)
    {
        SongCorpus? learned = Judging?.IsLearned(Model) == true ? Judging.Corpus : null;
        double? usualForm = learned is null ? null : ComposedForm.Of([], learned).Corpus?.Share;
        return new ReportPage
        {
            Title = songs.Count == 1 ? "A new song" : Invariant($"{songs.Count:N0} new songs"),
            Lead = Invariant($"A small neural network that has learned from {Wording.Count(Model.Summary.Songs, "song")} wrote ")
                + (songs.Count == 1
                    ? "this one. Hear it, see it, and take it with you."
                    : "these. Hear them, see them, and take them with you."),
            Tunes = [.. songs.Select((song, number) =>
                TuneOf(song.Song, song.File, song.Command, usualForm, songs.Count == 1 ? null : number + 1))],
            Training = new ReportTraining { Recipe = Recipe, Summary = Model.Summary, Weights = Model.Parameters.Shape.ParameterCount },
            Songs = learned is null ? null : new ReportSongs(learned),
            Threads = threads,
        };
    }

    private ReportTune TuneOf(ChosenSong chosen, string file, string command, double? usualForm, int? number)
    {
        (Composition song, PrimerSong primer) = (chosen.Song, chosen.Primer);
        Score score = song.ToScore(Form);
        string title = primer.IsNothing ? "From nothing" : $"After {primer.Name}";
        string begun = $"the first {Wording.Bars(song.Melody, 0, song.PrimerSteps)} of {primer.Name}";
        return new ReportTune
        {
            Title = number is null ? title : Invariant($"{number}. {title}"),
            Score = score,
            Midi = song.ToMidi(Form, primer.RecordName),
            FileName = Path.GetFileNameWithoutExtension(file),
            ComposedFrom = Form.WithPrimer && !song.IsFromNothing
                ? (long)song.PrimerSteps * score.TicksPerQuarter / song.Melody.StepsPerQuarter
                : null,
            BegunWith = primer.IsNothing ? "" : Form.WithPrimer ? begun : $"{begun}, which are left out",
            Form = ComposedForm.Of(song),
            UsualForm = usualForm,
            Originality = chosen.Originality,
            Ranked = chosen.Score is { } rank ? $"Kept for its score, {rank.InWords}." : "",
            Predictions = new ReportPredictions(
                Outcomes, song.Probabilities, song.Tokens[song.PrimerSteps..].ToArray(), Form.WithPrimer ? song.PrimerSteps : 0),
            Command = command,
        };
    }
}
