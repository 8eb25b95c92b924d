using Tunesmith.Cli;
using Tunesmith.CommandPage;

// dotnet run --project tests/Tunesmith.CommandPage [FILE]: writes what a page says of the commands anew, in place.
string file = args.Length > 0 ? args[0] : Path.Combine("docs", "command-line.md");
try
{
    string text = File.ReadAllText(file);
    string renewed = PageBlocks.Renew(text.ReplaceLineEndings("\n"), ToolCommands.All());
    bool same = renewed == text;
    if (!same)
    {
        File.WriteAllText(file, renewed);
    }

    Console.WriteLine(same ? $"{file} says what the commands say" : $"{file} is written anew");
    return 0;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
{
    Console.Error.WriteLine($"{file}: {error.Message}");
    return 1;
}
