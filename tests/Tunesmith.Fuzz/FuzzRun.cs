using System.Diagnostics;
using Tunesmith.Fuzz.Mutating;
using Tunesmith.Fuzz.Targets;

namespace Tunesmith.Fuzz;

/// <summary>A run: inputs are made and tried one after another, up to the first that breaks a promise.</summary>
internal static class FuzzRun
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    /// <summary>Runs.</summary>
    /// <returns>0 where every promise was kept, 1 where one was broken.</returns>
    public static int Run(FuzzOptions options)
    {
        IFuzzTarget target = options.Target;
        byte[][] seeds = [.. target.Seeds(), .. options.Seeds is { } folder ? SeedFolder.Read(folder, options.Largest) : []];
        Random random = new(options.Seed);
        FuzzCorpus corpus = new(seeds, random);
        Mutator mutator = new([.. GeneralMutations.All, .. target.Mutations], corpus, random, options.Largest);
        CostMeter meter = new();
        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan shown = TimeSpan.Zero;
        using StuckInput stuck = new(options);
        Console.WriteLine($"{target.Name}: seed {options.Seed}, {seeds.Length} files to start from");
        for (long number = 0; number < options.Files; number++)
        {
            // The seeds come first, as they are.
            byte[] input = number < seeds.Length ? seeds[number] : mutator.Make();
            stuck.Watch(input, number);
            try
            {
                corpus.Offer(input, target.Try(input, meter));
            }
            catch (Exception failure)
            {
                return FuzzReport.Failed(options, number, input, failure);
            }

            if (watch.Elapsed - shown > ProgressEvery)
            {
                shown = watch.Elapsed;
                Console.WriteLine(FuzzReport.Line(target, number + 1, corpus, meter, shown));
            }
        }

        Console.WriteLine($"done: {FuzzReport.Line(target, options.Files, corpus, meter, watch.Elapsed)}");
        return 0;
    }
}
