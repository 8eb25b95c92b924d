using System.Security.Cryptography;
using Tunesmith.Fuzz.Targets;

namespace Tunesmith.Fuzz;

/// <summary>What a run says: how far it is, and which input broke a promise.</summary>
internal static class FuzzReport
{
    private const int Tries = 2_000;

    /// <summary>Files, finds, speed and the highest costs so far.</summary>
    public static string Line(IFuzzTarget target, long files, FuzzCorpus corpus, CostMeter meter, TimeSpan elapsed) =>
        $"{target.Name}: {files:N0} files, {corpus.Finds:N0} finds, {files / elapsed.TotalSeconds:N0} files a second; {meter}";

    /// <summary>Saves an input that failed, and a smaller one that fails in the same way, and says how to try it again.</summary>
    /// <returns>1.</returns>
    public static int Failed(FuzzOptions options, long number, byte[] input, Exception failure)
    {
        byte[] small = Shrinker.Shrink(input, candidate => Kind(Outcome(options.Target, candidate)) == Kind(failure), Tries);
        string path = Save(options, small);
        string whole = small.Length < input.Length ? Save(options, input) : path;
        Console.WriteLine($"FAILED  {options.Target.Name}, seed {options.Seed}, input {number}: {failure}");
        Console.WriteLine($"{input.Length} bytes saved as {whole}, shrunk to {small.Length} as {path}");
        Console.WriteLine($"Again: {options.Target.Name} --replay {path}");
        return 1;
    }

    /// <summary>Saves an input under a name made of its bytes.</summary>
    /// <returns>The path.</returns>
    public static string Save(FuzzOptions options, byte[] input)
    {
        Directory.CreateDirectory(options.Keep);
        string path = Path.Combine(options.Keep, $"{options.Target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}.fuzz");
        File.WriteAllBytes(path, input);
        return path;
    }

    private static Exception? Outcome(IFuzzTarget target, byte[] input)
    {
        try
        {
            target.Try(input, new CostMeter());
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>What makes two failures the same: the type, the words, and where an exception of the platform was thrown.</summary>
    private static string? Kind(Exception? failure) => failure switch
    {
        null => null,
        FuzzFailureException => Signature.Words(failure.Message),
        _ => $"{failure.GetType()} {failure.TargetSite?.Name}",
    };
}
