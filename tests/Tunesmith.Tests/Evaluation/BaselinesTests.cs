using System.Globalization;
using CsCheck;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;

namespace Tunesmith.Tests.Evaluation;

public sealed class BaselinesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_ten_that_are_fitted_and_one_that_is_not()
    {
        Assert.Equal(
            ["repeat-last", "copy-back", "unigram", "bigram", "3-gram", "4-gram", "5-gram", "6-gram", "7-gram", "8-gram"],
            Baselines.Fit([TokenSongs.Of([0, 1])]).Select(baseline => baseline.Name));
        Assert.Equal(["uniform"], Baselines.Unfitted(Encodings.Lab).Select(baseline => baseline.Name));
    }

    [Fact]
    public void The_songs_tell_how_many_tokens_there_are()
    {
        MelodyEncoding melody = Encodings.Melody();
        Assert.All(Baselines.Fit([TokenSongs.Of([0, 129], encoding: melody)]), Knows);
        Assert.All(Baselines.Unfitted(melody), Knows);

        void Knows(Baseline baseline) => Assert.Equal(melody.TokenCount, baseline.TokenCount);
    }

    [Fact]
    public void No_songs_or_songs_of_two_encodings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Baselines.Fit([]));
        Assert.Throws<EvaluationException>(
            () => Baselines.Fit([TokenSongs.Of([0, 1]), TokenSongs.Of([0, 1], encoding: Encodings.Melody())]));
    }

    [Fact]
    public void Probabilities_are_above_0_and_1_together_for_every_context() =>
        Gen.Select(TokenSongs.Song(tokens: 4).Array[0, 4], TokenSongs.Song(tokens: 6)).Sample((songs, heard) =>
        {
            double[] p = new double[Encodings.Lab.TokenCount];
            foreach (Baseline baseline in Baselines.Fit(songs, Encodings.Lab).Concat(Baselines.Unfitted(Encodings.Lab)))
            {
                for (int step = 0; step < heard.Length; step++)
                {
                    baseline.Predict(heard.Tokens[..step], heard.Positions[..(step + 1)], p);
                    Assert.Equal(1, p.Sum(), 12);
                    Assert.True(p.Min() > 0, baseline.Name);
                }
            }
        });

    [Fact]
    public void The_protocol_gives_the_numbers_of_its_table_on_the_pop_songs()
    {
        SongCorpus corpus = SongCorpus.Load(SharedData.Require("data/pop"), CorpusOptions.Lab, cancellationToken: Cancellation);
        IReadOnlyList<TokenSequence> songs = corpus.Sequences();
        IReadOnlyList<SongSplit> folds = Folds.Of(songs, 5);
        IReadOnlyList<EvaluationRow> rows = BaselineRows.Of(songs, folds, new ScoringOptions(), cancellationToken: Cancellation);
        Assert.Equal((73, 41), (songs.Count, TitleGroup.Of(songs).Count));
        Assert.All(rows, row =>
        {
            Assert.Equal((8315, 1370), (row.Score.Steps, row.Score.Moves));
            Assert.Equal(5, row.PerFold.Count);
            Assert.Equal(row.Score, HeldOutScore.Total(row.PerFold));
        });
        IEnumerable<string> document = File.ReadLines(RepositoryFolder.PathOf("docs", "metrics.md"));
        IEnumerable<string> protocol = document.SkipWhile(line => line != "## The protocol");
        Assert.Equal(protocol.Where(line => line.StartsWith("| `", StringComparison.Ordinal)), rows.Select(Line));
        Assert.Contains("| `bigram` | 0.816 |", Line(new EvaluationReport(5, 8315, rows).BestBaseline!), StringComparison.Ordinal);
        Assert.All(folds, fold => Assert.Equal(4, CopyBackBaseline.Fit(fold.TrainingOf(songs), 79).Bars));
    }

    private static string Line(EvaluationRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| `{row.Name}` | {row.Score.NatsPerStep:0.000} | {row.Score.Perplexity:0.00} ")
        + string.Create(CultureInfo.InvariantCulture, $"| {row.Score.Accuracy:0.000} | {row.Score.MoveAccuracy:0.000} |");
}
