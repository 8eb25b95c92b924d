using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Composing.Constraints;

/// <summary>A network whose weights are the first drawn, a primer, and constraints, all by chance.</summary>
internal sealed class RandomCase
{
    private static readonly Meter[] Meters = [new(1, 16), new(1, 8), new(3, 16), new(2, 8), new(2, 4), new(3, 4), new(4, 4), new(6, 8)];
    private static readonly Composer[] Composers = [.. Definitions().Select(ComposerOf)];
    private static readonly MelodyEncoding[] EncodingOf = [.. Definitions().Select(definition => definition.FindEncoding())];

    private readonly Random _random;
    private readonly bool _isSmall;

    /// <summary>Makes a case.</summary>
    /// <param name="seed">What fixes it.</param>
    /// <param name="isSmall">Whether it is so small that every song can be listed.</param>
    public RandomCase(int seed, bool isSmall)
    {
        _random = new Random(seed);
        _isSmall = isSmall;
        int model = _random.Next(Composers.Length);
        (Composer, Encoding, CanRest) = (Composers[model], EncodingOf[model], model != 1);
        int width = _random.Next(isSmall ? 3 : 30);
        Range = new InRange(new Pitch(60), new Pitch(60 + width));
        int steps = isSmall ? _random.Next(width switch { 0 => 8, 1 => 6, _ => 5 }) : _random.Next(80);
        Primer = MakePrimer(1 + _random.Next(isSmall ? 7 : 20));
        List<Constraint> constraints = isSmall || Chance(0.5) ? [Range] : [];
        constraints.AddRange(Others(steps).Where(_ => Chance(0.4)));
        constraints = [.. constraints.OrderBy(_ => _random.Next())];
        Options = new CompositionOptions
        {
            Steps = steps,
            Seed = (ulong)_random.Next(),
            Context = Chance(0.2) ? ComposingContext.Window : ComposingContext.Stream,
            Constraints = constraints,
            Sampling = isSmall ? [] : [.. Samplers().Where(_ => Chance(0.3))],
        };
    }

    /// <summary>What composes in the encoding <c>melody</c>.</summary>
    public static Composer MelodyComposer => Composers[0];

    public Composer Composer { get; }

    public MelodyEncoding Encoding { get; }

    public bool CanRest { get; }

    public InRange Range { get; }

    public Melody Primer { get; }

    public CompositionOptions Options { get; }

    /// <summary>
    /// All songs of a small case that keep to some constraints, among those of its range: the tokens that are composed. None where all of
    /// them are silent, unless that is the rhythm asked for, or no step is.
    /// </summary>
    public List<int[]> AllSongs(IReadOnlyList<Constraint> constraints)
    {
        int[] alphabet = [.. Enumerable.Range(0, Encoding.TokenCount).Where(token => Encoding.PitchOf(token) is { } pitch
            ? pitch >= Range.Lowest && pitch <= Range.Highest : CanRest || token != Encoding.RestToken)];
        int[] tokens = new int[Primer.Length + Options.Steps];
        Encoding.Encode(Primer).Tokens.CopyTo(tokens);
        List<int[]> songs = [];
        Extend(Primer.Length);
        bool maySilent = Options.Steps == 0 || constraints.Any(constraint => constraint is RhythmOf);
        return maySilent || songs.Any(Sounds) ? songs : [];

        bool Sounds(int[] song)
        {
            song.CopyTo(tokens, Primer.Length);
            return Encoding.Decode(tokens, Primer).Steps[Primer.Length..].ToArray().Any(step => !step.IsRest);
        }

        void Extend(int step)
        {
            if (step == tokens.Length)
            {
                if (SongChecker.Violated(Encoding.Decode(tokens, Primer), Primer.Length, constraints) is null)
                {
                    songs.Add(tokens[Primer.Length..]);
                }

                return;
            }

            foreach (int token in alphabet.Where(token => Encoding.CanFollow(token, tokens[step - 1])))
            {
                tokens[step] = token;
                Extend(step + 1);
            }
        }
    }

    private static IEnumerable<ModelDefinition> Definitions() =>
    [
        new() { Encoding = "melody", Hidden = [3], Window = 6 },
        new() { Encoding = "lab", RestIsToken = false, Hidden = [3], Window = 6 },
        new() { Encoding = "lab", Hidden = [3], Window = 6 },
        new() { Encoding = "melody", Inputs = ["token", "position"], Copies = ["hold", "bars 1"], Hidden = [3], Window = 6 },
    ];

    private static Composer ComposerOf(ModelDefinition definition)
    {
        Parameters weights = new(definition.CreateShape());
        WeightInitialization.Fill(weights, new RandomSource(5, RandomPurpose.Weights));
        return new Composer(new MelodyModel(definition, weights));
    }

    private Melody MakePrimer(int length)
    {
        MeterChange[] meters = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(change => new MeterChange(
            change == 0 ? 0 : _random.Next(length + 4), Meters[_isSmall ? _random.Next(4) : _random.Next(3, Meters.Length)]))];
        return MelodyOf(length, 59, _isSmall ? 5 : 20, new MeterMap(meters), CanRest || Chance(0.5));
    }

    private Melody MelodyOf(int length, int lowest, int width, MeterMap? meters = null, bool canRest = true)
    {
        MelodyStep[] steps = new MelodyStep[length];
        for (int step = 0; step < length; step++)
        {
            MelodyStep last = step == 0 ? MelodyStep.Rest : steps[step - 1];
            steps[step] = _random.Next(4) switch
            {
                0 when canRest => MelodyStep.Rest,
                1 when last.Pitch is { } pitch => MelodyStep.Hold(pitch),
                2 => last.Pitch is { } pitch ? MelodyStep.Hold(pitch) : last,
                _ => MelodyStep.Onset(new Pitch(lowest + _random.Next(width))),
            };
        }

        return new Melody(steps, 4, meters: meters);
    }

    private IEnumerable<Constraint> Others(int steps) =>
    [
        new InKey(new Key(_random.Next(12), (Mode)_random.Next(9))),
        Chance(0.5)
            ? new WithoutPitches(PitchSet.Of([new Pitch(60 + _random.Next(3))]))
            : new WithoutPitches(PitchSet.OfClasses([_random.Next(12), _random.Next(12)])),
        new OnlyPitches(PitchSet.OfClasses(Enumerable.Range(0, 12).Where(_ => Chance(0.6)))),
        new MaxLeap(_random.Next(_isSmall ? 4 : 14)),
        new MaxHold(1 + _random.Next(_isSmall ? 4 : 12)),
        new MaxBarRepeats(_random.Next(3)),
        new RhythmOf(MelodyOf(steps + _random.Next(3), 60, 3, canRest: Chance(0.7))),
        EndOn.OfClass(_random.Next(_isSmall ? 4 : 12)),
    ];

    private IEnumerable<ISamplerStep> Samplers() =>
    [
        new TemperatureStep(_random.Next(4) * 0.7),
        new TopKStep(1 + _random.Next(10)),
        new TopPStep(0.05 + (0.95 * _random.NextDouble())),
        new MinPStep(_random.NextDouble()),
        new PitchOddsStep(Encoding, PitchSet.OfClasses([_random.Next(12)]), 0.01 + (5 * _random.NextDouble())),
    ];

    private bool Chance(double share) => _random.NextDouble() < share;
}
