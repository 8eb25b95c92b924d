using Tunesmith.Analysis;
using Tunesmith.Analysis.Originality;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Report;
using Tunesmith.Training;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>
/// The page of a demo. It names no folder and no time, so that the same seed gives the same page everywhere.
/// </summary>
internal static class DemoPage
{
    /// <summary>What is on it.</summary>
    /// <param name="recipe">The recipe of the training.</param>
    /// <param name="songbook">What was learned from.</param>
    /// <param name="heldOutTitles">The titles kept from the network.</param>
    /// <param name="result">What came of the training.</param>
    /// <param name="baseline">The best baseline on those titles.</param>
    /// <param name="usualForm">How many of the songbook's bars have stood before in their tune.</param>
    /// <param name="tunes">The new tunes.</param>
    /// <param name="originality">What each shares with the songbook.</param>
    public static ReportPage Of(
        Recipe recipe,
        SongCorpus songbook,
        IReadOnlyList<string> heldOutTitles,
        TrainingResult result,
        EvaluationRow? baseline,
        RecurringBars usualForm,
        IReadOnlyList<DemoTune> tunes,
        IReadOnlyList<OriginalityReport> originality) => new()
        {
            Title = "Four new tunes",
            Lead = Invariant($"A small neural network has listened to {result.Model.Summary.Songs} old tunes, and then wrote these four. ")
                + "Hear them, see them, and take them with you.",
            Story = StoryOf(result.Model),
            Commands =
            [
                new("The same four tunes again, note for note", Invariant($"tunesmith demo --seed {recipe.Seed}")),
                new(
                    "Four others, by a network that has learned anew",
                    Invariant($"tunesmith demo --seed {unchecked(recipe.Seed + 1)} -o another-demo")),
                Beginning(result.Model),
                new(
                    "A network that learns from songs of your own",
                    "tunesmith train FOLDER-OF-YOUR-SONGS -o my-model.safetensors --report my-model.html"),
            ],
            Tunes =
            [
                .. tunes.Select((tune, index) => TuneOf(tune, index + 1, result.Model.Definition.FindEncoding(), usualForm) with
                {
                    Originality = originality[index],
                }),
            ],
            Training = ReportTraining.Of(recipe, result, baseline),
            Songs = new ReportSongs(songbook) { HeldOutTitles = heldOutTitles },
        };

    /// <summary>What happened, for somebody who has never seen a network learn.</summary>
    private static string StoryOf(MelodyModel model) =>
        Invariant($"It was never told any rule of music. {model.Summary.Steps} times it was shown passages of these tunes and had to say ")
        + "what comes next, sixteenth by sixteenth, and was corrected. "
        + Invariant($"Then it got {DemoTune.BarsBegun} bars of a tune that had been kept from it, and went on by itself: each next step ")
        + "drawn by the chances that it gave. "
        + Invariant($"Of {DemoTune.Drafts} such drafts of each tune, this page has the one that ends best.");

    /// <summary>
    /// A tune of the reader's own. The network of seed 1 is the one that comes along, which needs no name; any other is a file beside the
    /// page.
    /// </summary>
    private static ReportCommand Beginning(MelodyModel model)
    {
        const string Choices = "--primer songbook:arirang --temperature 0.9 -o my-tune.mid --report my-tune.html";
        return model.Fingerprint() == MelodyModel.LoadStarter().Fingerprint()
            ? new("A tune that begins like a song, by this network, which comes along with Tunesmith", $"tunesmith compose {Choices}")
            : new(
                "A tune that begins like a song, by this network; from within this page's folder",
                $"tunesmith compose {DemoFiles.Model} {Choices}");
    }

    private static ReportTune TuneOf(DemoTune tune, int number, MelodyEncoding encoding, RecurringBars usualForm)
    {
        Score score = encoding.Write(tune.Melody);
        return new ReportTune
        {
            Title = DemoFiles.FullTitleOf(tune, number),
            Score = score,
            Midi = DemoFiles.MidiOf(tune),
            FileName = DemoFiles.NameOf(tune, number),
            ComposedFrom = (long)tune.BegunWith * score.TicksPerQuarter / tune.Melody.StepsPerQuarter,
            BegunWith = Invariant($"the first {DemoTune.BarsBegun} bars of {DemoFiles.TitleOf(tune)}, which the network had never heard"),
            Form = tune.Form,
            UsualForm = usualForm.Share,
        };
    }
}
