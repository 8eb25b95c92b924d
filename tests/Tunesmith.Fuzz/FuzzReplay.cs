namespace Tunesmith.Fuzz;

/// <summary>Tries one file, as it is.</summary>
internal static class FuzzReplay
{
    /// <summary>Tries it.</summary>
    /// <returns>0 where every promise was kept, 1 where one was broken.</returns>
    public static int Run(FuzzOptions options, string path)
    {
        byte[] input = File.ReadAllBytes(path);
        CostMeter meter = new();
        try
        {
            string signature = options.Target.Try(input, meter);
            Console.WriteLine($"{options.Target.Name}: {path}, {input.Length:N0} bytes: {signature}; {meter}");
            return 0;
        }
        catch (Exception failure)
        {
            Console.WriteLine($"FAILED  {options.Target.Name}, {path}: {failure}");
            return 1;
        }
    }
}
