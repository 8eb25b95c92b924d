using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Composing.Variations;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Experiments.Choosing;

/// <summary>Drafts of some bars, ranked by how they lead into what follows.</summary>
public sealed class BarVariationsTests
{
    private static readonly MelodyModel Model = TinySongs.TrainLookBack("melody");
    private static readonly Melody Song = Melody.Parse("C4 D4 E4 F4 G4 A4 G4 F4 E4 D4 E4 F4 G4 R C4 C4 G4 F4 E4 D4 C4:4");
    private static readonly VariedBars Bars = VariedBars.Of(Song, 2, 3)!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Scores_are_what_the_model_says_of_the_draft_and_of_what_follows()
    {
        IReadOnlyList<VariedDraft> drafts = Compose(new CompositionOptions { Seed = 4 }, 12, 1);
        Assert.Equal(Seeds(drafts.OrderByDescending(draft => draft.Score)), Seeds(drafts));
        double[] own = [.. drafts.Select(draft => draft.OwnNats).Order()];
        double median = own[(own.Length - 1) / 2];
        foreach (VariedDraft draft in drafts)
        {
            // Only one token each is left to be drawn, so composing on is being asked for the song's own steps.
            Melody whole = draft.Melody;
            Composition told = new Composer(Model).Compose(
                whole.Take(Bars.First),
                new CompositionOptions
                {
                    Steps = whole.Length - Bars.First,
                    KeepProbabilities = true,
                    Sampling = [new Told(whole, Bars.First)],
                },
                Cancellation);
            double[] nats = [.. told.Probabilities.Select((step, number) => -Math.Log(step[told.Tokens[Bars.First + number]]))];

            // Composing leaves out what cannot follow, a hold after a rest, and so holds all else a trace likelier.
            Assert.InRange(draft.OwnNats - nats[..Bars.Steps].Average(), -1e-6, 0.05);
            Assert.InRange(draft.NatsAfter!.Value - nats[Bars.Steps..].Average(), -1e-6, 0.05);
            Assert.Equal(-draft.NatsAfter.Value - (0.25 * Math.Abs(draft.OwnNats - median)), draft.Score, 9);
        }
    }

    [Fact]
    public void Drafts_do_not_depend_on_threads_and_differ()
    {
        IReadOnlyList<VariedDraft> one = Compose(new CompositionOptions { Seed = 1 }, 20, 1);
        IReadOnlyList<VariedDraft> other = Compose(new CompositionOptions { Seed = 1 }, 20, 3);
        Assert.Equal(Seeds(one), Seeds(other));
        Assert.Equal(one.Select(draft => draft.Score), other.Select(draft => draft.Score));
        Assert.Equal(one.Count, one.Select(draft => string.Join(' ', draft.Draft.Tokens.ToArray())).Distinct().Count());
        Assert.Single(Compose(new CompositionOptions { Sampling = [new TemperatureStep(0)] }, 8, 1));
    }

    [Fact]
    public void Bars_as_they_were_come_last()
    {
        VariedBars bar = VariedBars.Of(Song, 6, 6)!;
        Constraint same = new OnlyPitches(PitchSet.Of([new Pitch(Song.SoundingPitches()[^1])]));
        IReadOnlyList<VariedDraft> drafts = BarVariations.Compose(
            Model, bar, new CompositionOptions { Seed = 1, Constraints = [same, new MaxHold(16)] }, 200, 2, Cancellation);
        Assert.Equal(drafts.OrderByDescending(draft => draft.IsNew).Select(draft => draft.IsNew), drafts.Select(draft => draft.IsNew));
        Assert.Null(drafts[0].NatsAfter);
    }

    [Fact]
    public void Leaps_and_lengths_hold_where_the_bars_lead_into_what_follows()
    {
        foreach (VariedDraft draft in Compose(new CompositionOptions { Constraints = [new MaxLeap(4), new MaxHold(3)] }, 60, 2))
        {
            Melody song = draft.Melody;
            int[] struck = [.. Enumerable.Range(Bars.First - 4, Bars.Steps + 5)
                .Where(step => song.Steps[step].IsOnset).Select(step => song.Steps[step].Pitch!.Value.Number)];
            Assert.All(struck.Zip(struck.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 4));
        }

        Constraint[] constraints = [new InRange(new Pitch(60), new Pitch(100)), new MaxLeap(2), EndOn.PitchNamed("B")];
        ConstraintException error = Assert.Throws<ConstraintException>(
            () => Compose(new CompositionOptions { Constraints = constraints }, 3, 1));
        Assert.DoesNotContain('\n', error.Message);
    }

    private static IReadOnlyList<VariedDraft> Compose(CompositionOptions options, int drafts, int threads) =>
        BarVariations.Compose(Model, Bars, options, drafts, threads, Cancellation);

    private static IEnumerable<ulong> Seeds(IEnumerable<VariedDraft> drafts) => drafts.Select(draft => draft.Draft.Options.Seed);

    /// <summary>Leaves the tokens of a melody, one after another.</summary>
    private sealed class Told(Melody melody, int from) : ISamplerStep
    {
        private readonly int[] _tokens = new Composer(Model).Encoding.Encode(melody).Tokens.ToArray();
        private int _step = from;

        public void Apply(Span<float> logits)
        {
            int token = _tokens[_step++];
            float own = logits[token];
            logits.Fill(float.NegativeInfinity);
            logits[token] = own;
        }
    }
}
