using Tunesmith.Fuzz;

// dotnet run -c Release --project tests/Tunesmith.Fuzz -- midi --files 1000000 --seed 1; see README.md.
if (FuzzOptions.Parse(args, out string problem) is not { } options)
{
    Console.Error.WriteLine($"{problem}\n\n{FuzzOptions.Usage}");
    return 2;
}

return options.Replay is { } file ? FuzzReplay.Run(options, file) : FuzzRun.Run(options);
