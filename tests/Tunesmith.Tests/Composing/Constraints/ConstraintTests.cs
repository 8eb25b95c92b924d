using System.Globalization;
using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Music;

namespace Tunesmith.Tests.Composing.Constraints;

/// <summary>
/// Whatever constraints are asked for, no song violates one, and every song that violates none can come. TUNESMITH_CASES says how many
/// random cases are tried.
/// </summary>
public sealed class ConstraintTests
{
    private static readonly int Cases = int.TryParse(
        Environment.GetEnvironmentVariable("TUNESMITH_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int cases)
        ? cases : 1000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void No_constraint_is_ever_violated()
    {
        int songs = 0;
        Gen.Int.Sample(
            seed =>
            {
                RandomCase now = new(seed, isSmall: false);
                try
                {
                    Composition song = now.Composer.Compose(now.Primer, now.Options, Cancellation);
                    Assert.Null(SongChecker.Violated(song.Melody, now.Primer.Length, now.Options.Constraints));
                    Interlocked.Increment(ref songs);
                }
                catch (ConstraintException refusal)
                {
                    Assert.DoesNotContain("\n", refusal.Message, StringComparison.Ordinal);
                    Assert.NotEmpty(refusal.Constraints);
                }
            },
            iter: Cases);
        Assert.InRange(songs, Cases / 2, Cases); // where all were refused, nothing would be shown
    }

    [Theory]
    [InlineData("D minor", "D", 2)]
    [InlineData("Bb lydian", "A#", 10)]
    [InlineData("C major", "C", 0)]
    public void An_end_is_on_the_tonic_of_a_key_or_on_a_note_by_its_name(string key, string name, int pitchClass)
    {
        Assert.Equal(EndOn.PitchNamed(name), new EndOn(Key.Parse(key)));
        Assert.Equal(pitchClass, EndOn.PitchNamed(name).PitchClass);
        Assert.Throws<FormatException>(() => EndOn.PitchNamed(name + "4"));
        Assert.Throws<FormatException>(() => EndOn.PitchNamed("2"));
    }

    [Fact]
    public void At_each_step_exactly_those_tokens_are_left_with_which_some_song_can_be_composed() => Gen.Int.Sample(
        seed =>
        {
            RandomCase now = new(seed, isSmall: true);
            List<int[]> songs = now.AllSongs(now.Options.Constraints);
            Watch watch = new();
            CompositionOptions options = now.Options with { Sampling = [watch], KeepProbabilities = true };
            if (songs.Count == 0)
            {
                ConstraintException refusal = Assert.Throws<ConstraintException>(
                    () => now.Composer.Compose(now.Primer, options, Cancellation));
                IsSmallest(now, refusal.Constraints);
                return;
            }

            Composition composed = now.Composer.Compose(now.Primer, options, Cancellation);
            for (int step = 0; step < options.Steps; step++)
            {
                int[] before = composed.Tokens.Slice(now.Primer.Length, step).ToArray();
                songs = [.. songs.Where(song => song.AsSpan(0, step).SequenceEqual(before))];
                int[] open = [.. songs.Select(song => song[step]).Distinct().Order()];
                float[] logits = watch.Seen[step];
                Assert.Equal(open, Enumerable.Range(0, logits.Length).Where(token => logits[token] > float.NegativeInfinity));
                SharesAre(composed.Probabilities[step], logits, open);
            }
        },
        iter: Cases);

    [Fact]
    public void What_leaves_nothing_but_silence_is_refused_unless_a_rhythm_asks_for_silence()
    {
        Composer composer = RandomCase.MelodyComposer;
        Constraint[] constraints = [new InKey(Key.Parse("D minor")), new InRange(new Pitch(84), new Pitch(84)), new MaxLeap(2)];
        Melody primer = Melody.Parse("C3");
        ConstraintException refusal = Refusal([.. constraints, new MaxHold(600)], primer, 500);
        Assert.Equal(
            "nothing but silence keeps to range C6..C6 and leaps of at most 2 in 500 steps after a primer of 4, whose last note is C3; "
            + "loosen one of them or leave it out",
            refusal.Message);
        Assert.Equal(constraints[1..], refusal.Constraints);
        Assert.Contains("nothing but silence keeps to key D minor and range C#4..C#4 in 1 steps", Refusal(
            [new InKey(Key.Parse("D minor")), new InRange(new Pitch(61), new Pitch(61))], primer, 1).Message, StringComparison.Ordinal);

        RhythmOf silence = new(Melody.Parse("R:4"));
        Assert.True(Compose([.. constraints, silence], primer, 8).WithoutPrimer.Steps.ToArray().All(step => step.IsRest));
        Assert.Equal(0, Compose(constraints, primer, 0).WithoutPrimer.Length);
        Assert.Equal(8, Compose(constraints, Melody.Parse("C6"), 8).WithoutPrimer.Length);

        Composition Compose(IReadOnlyList<Constraint> kept, Melody begun, int steps) =>
            composer.Compose(begun, new CompositionOptions { Steps = steps, Constraints = kept }, Cancellation);
        ConstraintException Refusal(IReadOnlyList<Constraint> kept, Melody begun, int steps) =>
            Assert.Throws<ConstraintException>(() => Compose(kept, begun, steps));
    }

    /// <summary>The chances of what is left are as the network has them, divided by their sum.</summary>
    private static void SharesAre(IReadOnlyList<float> predicted, float[] logits, int[] open)
    {
        double most = open.Max(token => logits[token]);
        double sum = open.Sum(token => Math.Exp(logits[token] - most));
        double sumPredicted = open.Sum(token => (double)predicted[token]);
        Assert.All(open, token => Assert.Equal(predicted[token] / sumPredicted, Math.Exp(logits[token] - most) / sum, 1e-4));
    }

    /// <summary>The culprits cannot be met together, and without any one of them the others can.</summary>
    private static void IsSmallest(RandomCase now, IReadOnlyList<Constraint> culprits)
    {
        Assert.Empty(now.AllSongs([.. culprits, now.Range]));
        if (culprits.Contains(now.Range))
        {
            Assert.All(
                culprits.Where(culprit => culprit != now.Range),
                culprit => Assert.NotEmpty(now.AllSongs([.. culprits.Where(other => other != culprit)])));
        }
    }

    private sealed class Watch : ISamplerStep
    {
        public List<float[]> Seen { get; } = [];

        public void Apply(Span<float> logits) => Seen.Add(logits.ToArray());
    }
}
