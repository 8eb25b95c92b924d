using Tunesmith.Corpus;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Tests.Training;
using Tunesmith.Training;

namespace Tunesmith.Tests.Experiments;

/// <summary>Six small songs of five titles, and recipes that learn them in no time.</summary>
internal static class ManySongs
{
    private static readonly string[] Files = ["Ash - One.mid", "Ash - Two.mid", "Birch.mid", "Cedar.mid", "Elm.mid", "Fir.mid"];

    /// <summary>The songs.</summary>
    public static SongCorpus Corpus { get; } =
        new("woods", CorpusOptions.Lab, Files.Select((path, song) => new CorpusFile { Path = path, Melody = TinySongs.Melody(song) }));

    /// <summary>A network of 12 units that looks at 8 steps.</summary>
    public static Recipe Recipe { get; } = TinySongs.Recipe with
    {
        Name = "tiny",
        Definition = TinySongs.Recipe.Definition with { RestIsToken = true },
    };

    /// <summary>Three folds, scored from step 8.</summary>
    public static CrossValidationOptions Options { get; } =
        new() { Folds = 3, Scoring = new ScoringOptions { From = 8, Threads = 2 } };

    /// <summary>The songs in those folds.</summary>
    public static CrossValidation Validation(CrossValidationOptions? options = null) => new(Corpus.Sequences(), options ?? Options);
}
