using System.Xml.Linq;
using Tunesmith.Corpus;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Report;
using Tunesmith.Training;

namespace Tunesmith.Tests.Report.Sections;

/// <summary>The sections about songs, trainings and comparisons.</summary>
public sealed class ReportSectionTests
{
    private static readonly EvaluationRow Counting = Row("bigram", EvaluationKind.Baseline, nats: 0.8, moves: 0.1);

    [Fact]
    public void A_training_has_scores_curves_and_its_recipe()
    {
        XElement page = ReportPages.Read(new ReportPage { Title = "Training", Training = Trained() });

        Assert.Equal(["scores", "curves", "recipe"], Sections(page));
        Assert.Contains("it has learned more than that", page.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["the network 60", "counting (bigram) 10", "the network 1.49", "counting (bigram) 2.23"],
            page.Descendants("li").Where(bar => (string?)bar.Attribute("class") is "own" or "baseline")
                .Select(bar => string.Join(' ', bar.Elements("span").Take(2).Select(span => span.Value))));
        Assert.Contains("kept: step 20", page.ToString(), StringComparison.Ordinal);
        Recipe recipe = Recipe.FromJson(page.Descendants("code").Single().Value);
        Assert.Equal(Recipe.LookBack.ToJson(), recipe.ToJson());
    }

    [Fact]
    public void A_training_that_held_nothing_out_and_was_never_looked_at_has_its_recipe()
    {
        ReportTraining training = new() { Recipe = Recipe.Lab, Summary = new TrainingSummary(), Weights = 12 };
        Assert.Equal(["recipe"], Sections(ReportPages.Read(new ReportPage { Title = "Training", Training = training })));
    }

    [Fact]
    public void A_network_that_is_no_better_than_counting_is_not_praised()
    {
        ReportTraining training = Trained() with { Baseline = Row("bigram", EvaluationKind.Baseline, nats: 0.3, moves: 0.1) };
        XElement page = ReportPages.Read(new ReportPage { Title = "Training", Training = training });
        Assert.Contains("no better than mere counting does (bigram)", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fine_tuning_shows_before_and_after_on_both()
    {
        FineTuningScore won = new(JudgedSongs.HeldOut, 3, Score(nats: 0.8, moves: 0.4), Score(nats: 0.5, moves: 0.6));
        FineTuningScore kept = new(JudgedSongs.Learned, 20, Score(nats: 0.3, moves: 0.7), Score(nats: 0.4, moves: 0.6));
        XElement page = ReportPages.Read(new ReportPage { Title = "Fine-tuned", FineTuning = new FineTuningReport(won, kept) });

        Assert.Equal(["before"], Sections(page));
        string verdict = ReportPages.OfClass(page, "p", "verdict").Single().Value;
        Assert.StartsWith("It now foresees the new songs better", verdict, StringComparison.Ordinal);
        Assert.Equal(
            ["before 40", "after 60", "before 70", "after 60"],
            page.Descendants("li").Where(bar => (string?)bar.Attribute("class") is "own" or "baseline")
                .Select(bar => string.Join(' ', bar.Elements("span").Take(2).Select(span => span.Value))));
        Assert.Equal(4, page.Descendants("tbody").Single().Elements("tr").Count());
        Assert.Empty(ReportPages.OfClass(page, "p", "note"));
    }

    [Fact]
    public void Fine_tuning_says_where_nobody_knows_what_was_lost()
    {
        FineTuningScore won = new(JudgedSongs.HeldOut, 3, Score(nats: 0.8, moves: 0.4), Score(nats: 0.5, moves: 0.6));
        XElement page = ReportPages.Read(new ReportPage { Title = "Fine-tuned", FineTuning = new FineTuningReport(won, null) });
        Assert.Contains("they were not named", ReportPages.OfClass(page, "p", "note").Single().Value, StringComparison.Ordinal);
        Assert.Empty(Sections(ReportPages.Read(new ReportPage { Title = "Fine-tuned", FineTuning = new FineTuningReport(null, null) })));
    }

    [Fact]
    public void A_training_that_never_got_better_marks_no_step()
    {
        ReportTraining training = Trained();
        training = training with
        {
            HeldOutLooks = [new HeldOutLook(-1, 0.3, 0.9, 0.6), .. training.HeldOutLooks],
            Summary = training.Summary with { HeldOut = training.Summary.HeldOut! with { Step = -1 } },
        };
        string page = ReportPages.Read(new ReportPage { Title = "Training", Training = training }).ToString();
        Assert.Contains("No step did better on the songs kept from it than the weights that it began with", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kept: step", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Songs_are_named_with_what_was_left_out_and_why()
    {
        Melody melody = Melody.FromSoundingPitches([.. Enumerable.Repeat(60, 32)]);
        SongCorpus corpus = new("my <songs>", new CorpusOptions(),
        [
            new CorpusFile { Path = "a <b>.mid", Melody = melody },
            new CorpusFile { Path = "c.mid", LeftOut = new CorpusReason(CorpusCause.TooShort, "it has 9 steps", "--min-steps 9") },
        ]);
        ReportSongs songs = new(corpus) { HeldOutTitles = ["kept & safe"] };
        XElement page = ReportPages.Read(new ReportPage { Title = "Songs", Songs = songs });

        Assert.Equal(["songs"], Sections(page));
        string[] items =
        [
            .. page.Descendants("li").Select(item =>
                string.Join(' ', item.Value.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))),
        ];
        Assert.Contains("a <b> 32 steps", items);
        Assert.Contains("c it has 9 steps; --min-steps 9 would keep it", items);
        Assert.Contains("1 file: shorter than 32 steps", items);
        Assert.Contains("kept & safe", items);
        Assert.Equal("my <songs>", page.Descendants("dd").First().Value);
        Assert.NotEmpty(ReportPages.OfClass(page, "p", "note")); // one song is too little to learn from
    }

    [Fact]
    public void A_comparison_is_a_table_best_first()
    {
        EvaluationReport report = new(5, 1000, [Counting, Row("mine", EvaluationKind.Recipe, nats: 0.4, moves: 0.6)]);
        XElement page = ReportPages.Read(new ReportPage
        {
            Title = "Comparison",
            Comparison = new ReportComparison(report) { Titles = [["one"], ["two", "three"]] },
        });

        Assert.Equal(["comparison"], Sections(page));
        Assert.Equal(["mine", "bigram"], page.Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value));
        IEnumerable<XElement> cells = page.Descendants("tbody").Elements("tr").First().Elements("td");
        Assert.Equal(["0.400", "1.49", "90 %", "60 %", "12"], cells.Select(cell => cell.Value));
        Assert.Contains(
            "it has learned more than counting can tell. Of 100 moves it foresees 60, bigram 10.",
            page.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(["one", "two; three"], page.Descendants("ol").Elements("li").Select(fold => fold.Value));
        Assert.DoesNotContain("7.5", page.ToString(), StringComparison.Ordinal); // seconds are another on another machine
    }

    private static string[] Sections(XElement page) => [.. page.Descendants("section").Select(section => (string)section.Attribute("id")!)];

    private static ReportTraining Trained() => new()
    {
        Recipe = Recipe.LookBack,
        Summary = new TrainingSummary
        {
            Steps = 30,
            Songs = 9,
            HeldOut = new HeldOutSummary { Songs = 2, SongSteps = 100, Step = 20, Loss = 0.4, Accuracy = 0.9, MoveAccuracy = 0.6 },
        },
        Weights = 1000,
        Scores = [new(0, 4, 0.1), new(10, 2, 0.5), new(20, 1, 0.7)],
        HeldOutLooks = [new(10, 2.1, 0.5, 0.2), new(20, 0.4, 0.9, 0.6)],
        Baseline = Counting,
    };

    private static EvaluationRow Row(string name, EvaluationKind kind, double nats, double moves)
    {
        HeldOutScore score = Score(nats, moves);
        return new EvaluationRow(name, kind, score, 7.5, kind == EvaluationKind.Baseline ? null : 12, [score]);
    }

    private static HeldOutScore Score(double nats, double moves) =>
        new() { Steps = 1000, Nats = 1000 * nats, Hits = 900, Moves = 100, MoveHits = (long)Math.Round(100 * moves) };
}
