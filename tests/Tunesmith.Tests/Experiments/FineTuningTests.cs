using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

/// <summary>What fine-tuning has won and lost, and on which songs that is seen.</summary>
public sealed class FineTuningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IReadOnlyList<TokenSequence> Songs => ManySongs.Corpus.Sequences();

    [Fact]
    public void What_was_held_out_of_the_models_training_tells_what_it_has_kept()
    {
        (IReadOnlyList<TokenSequence> songs, JudgedSongs which) = FineTuning.SongsToKeep(Train(share: 0.4), ManySongs.Corpus);
        Assert.Equal(JudgedSongs.HeldOut, which);
        SongSplit split = HeldOutSplit.Of(Songs, 0.4, ManySongs.Recipe.Seed);
        Assert.Equal(split.HeldOut.Select(song => Songs[song].Tokens.ToArray()), songs.Select(song => song.Tokens.ToArray()));
    }

    [Fact]
    public void All_songs_tell_it_where_none_were_held_out_or_they_are_others()
    {
        Assert.Equal(JudgedSongs.Learned, FineTuning.SongsToKeep(Train(share: 0), ManySongs.Corpus).Which);
        (IReadOnlyList<TokenSequence> songs, JudgedSongs which) = FineTuning.SongsToKeep(Train(share: 0.4, "of others"), ManySongs.Corpus);
        Assert.Equal((JudgedSongs.Others, Songs.Count), (which, songs.Count));
    }

    [Fact]
    public void A_model_that_does_not_know_its_recipe_is_judged_on_all()
    {
        MelodyModel trained = Train(share: 0.4);
        MelodyModel model = new(trained.Definition, trained.Parameters) { DataFingerprint = trained.DataFingerprint };
        Assert.Equal(JudgedSongs.Learned, FineTuning.SongsToKeep(model, ManySongs.Corpus).Which);
    }

    [Fact]
    public void Before_and_after_are_scored_on_the_same_steps_as_in_a_training()
    {
        MelodyModel before = Train(share: 0.4);
        Recipe recipe = ManySongs.Recipe with { Validation = new Validation { Share = 0.4 } };
        MelodyModel after = Trainer.Train(recipe, Songs, new TrainingOptions { StartFrom = before }, cancellationToken: Cancellation).Model;
        IReadOnlyList<TokenSequence> heldOut = HeldOutSplit.Of(Songs, 0.4, recipe.Seed).HeldOutOf(Songs);
        FineTuningScore score = FineTuning.Score(before, after, heldOut, JudgedSongs.HeldOut, 2, Cancellation)!;
        Assert.Equal(before.Summary.HeldOut!.Loss, score.Before.NatsPerStep);
        Assert.Equal(after.Summary.HeldOut!.Loss, score.After.NatsPerStep);
        Assert.Equal(score.Before.Steps, score.After.Steps);
        Assert.True(score.Gain >= 0);
        Assert.Null(FineTuning.Score(before, after, [], JudgedSongs.HeldOut, 1, Cancellation));
    }

    [Theory]
    [InlineData(
        0.5,
        0.4,
        0.3,
        0.35,
        "It now foresees the new songs better, by 0.100 nats a step (of 100 moves 40, before 50); "
        + "it foresees the songs it came from less well, by 0.050 nats a step (of 100 moves 35, before 30).")]
    [InlineData(
        0.5,
        0.5,
        0.3,
        0.2,
        "The new songs are as before to it; "
        + "it knows the songs it came from better, too, by 0.100 nats a step (of 100 moves 20, before 30).")]
    [InlineData(
        0.5,
        0.6,
        0.3,
        0.3,
        "It now foresees the new songs less well, by 0.100 nats a step (of 100 moves 60, before 50); "
        + "on the songs it came from it has lost nothing.")]
    public void Words_say_what_was_won_and_lost(double before, double after, double keptBefore, double keptAfter, string words) =>
        Assert.Equal(words, new FineTuningReport(Scored(before, after), Scored(keptBefore, keptAfter)).InWords);

    [Fact]
    public void Words_say_what_is_not_known()
    {
        Assert.Equal("Nothing was held out to judge it by.", new FineTuningReport(null, null).InWords);
        Assert.StartsWith("It now foresees", new FineTuningReport(Scored(0.5, 0.4), null).InWords, StringComparison.Ordinal);
        string worse = new FineTuningReport(null, Scored(0.4, 0.5)).InWords;
        Assert.StartsWith("It foresees the songs it came", worse, StringComparison.Ordinal);
        Assert.Equal(
            "No step made it better on the new songs held out: the model is the one that it began with.",
            new FineTuningReport(Scored(0.5, 0.5), null) { IsUnchanged = true }.InWords);
    }

    [Theory]
    [InlineData(JudgedSongs.HeldOut, 1, "1 song held out")]
    [InlineData(JudgedSongs.Learned, 1200, "1,200 songs, all learned from")]
    [InlineData(JudgedSongs.Others, 2, "2 songs, not those of its training")]
    public void Words_say_what_the_songs_are(JudgedSongs which, int songs, string words) =>
        Assert.Equal(words, (Scored(0.5, 0.4) with { Which = which, Songs = songs }).SongsInWords);

    private static FineTuningScore Scored(double before, double after) => new(JudgedSongs.HeldOut, 3, Score(before), Score(after));

    /// <summary>100 moves; as many foreseen as there are hundredths of a nat.</summary>
    private static HeldOutScore Score(double nats) =>
        new() { Steps = 1000, Nats = 1000 * nats, Hits = 800, Moves = 100, MoveHits = (long)Math.Round(100 * nats) };

    private static MelodyModel Train(double share, string? fingerprint = null)
    {
        Recipe recipe = ManySongs.Recipe with { Validation = new Validation { Share = share } };
        TrainingOptions options = new() { DataFingerprint = fingerprint ?? ManySongs.Corpus.Fingerprint() };
        return Trainer.Train(recipe, Songs, options, cancellationToken: Cancellation).Model;
    }
}
