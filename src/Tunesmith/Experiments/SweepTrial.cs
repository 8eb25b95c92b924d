using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tunesmith.Experiments;

/// <summary>The result of one trial, and a line of the results' file.</summary>
/// <param name="Trial">The trial, counted from 0.</param>
/// <param name="Choices">What it chose for each member of the space.</param>
/// <param name="NatsPerStep">The mean loss of all folds' steps, in nats; null, as all numbers below, where the trial failed.</param>
/// <param name="Accuracy">The share of steps at which the likeliest token came, 0 to 1.</param>
/// <param name="MoveAccuracy">The same of the moves; null where there are none.</param>
/// <param name="SecondsPerFold">How long training and scoring took, the mean of the folds, in seconds.</param>
/// <param name="PerFold">The nats per step of each fold; null for one without a scored step.</param>
/// <param name="Error">Why the trial failed; null where it did not.</param>
/// <param name="Sweep">The search that it belongs to.</param>
public sealed record SweepTrial(
    int Trial,
    JsonObject Choices,
    double? NatsPerStep,
    double? Accuracy,
    double? MoveAccuracy,
    double? SecondsPerFold,
    IReadOnlyList<double?>? PerFold,
    string? Error,
    SweepIdentity Sweep);

/// <summary>What fixes a search. Trials of two searches can stand in one file only where all of it agrees.</summary>
/// <param name="Seed">The seed that trials are drawn by.</param>
/// <param name="Space">A fingerprint of the space.</param>
/// <param name="Recipe">A fingerprint of the base recipe.</param>
/// <param name="Songs">A fingerprint of the songs and their titles.</param>
/// <param name="Folds">How many folds there are.</param>
/// <param name="FoldSeed">The seed of the folds; null for the titles' own order.</param>
/// <param name="ScoreFrom">The first step scored.</param>
public sealed record SweepIdentity(ulong Seed, string Space, string Recipe, string Songs, int Folds, ulong? FoldSeed, int ScoreFrom)
{
    /// <summary>In what another search differs, in words; empty where it does not.</summary>
    internal IEnumerable<string> DifferencesTo(SweepIdentity now)
    {
        if (Songs != now.Songs)
        {
            yield return "the folder's songs are others";
        }

        if (Space != now.Space)
        {
            yield return "the space is another";
        }

        if (Recipe != now.Recipe)
        {
            yield return "the base recipe is another";
        }

        if (Seed != now.Seed)
        {
            yield return FormattableString.Invariant($"the seed was {Seed} and is now {now.Seed}");
        }

        if (Folds != now.Folds || FoldSeed != now.FoldSeed)
        {
            yield return "the folds are others";
        }

        if (ScoreFrom != now.ScoreFrom)
        {
            yield return FormattableString.Invariant($"songs were scored from step {ScoreFrom} and are now from {now.ScoreFrom}");
        }
    }
}

/// <summary>JSON of trials.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SweepTrial))]
internal sealed partial class SweepJson : JsonSerializerContext;
