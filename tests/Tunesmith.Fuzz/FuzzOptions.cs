using System.Globalization;
using Tunesmith.Fuzz.Targets;

namespace Tunesmith.Fuzz;

/// <summary>What one run does.</summary>
/// <param name="Target">What the inputs are given to.</param>
internal sealed record FuzzOptions(IFuzzTarget Target)
{
    public const string Usage =
        """
        Tunesmith.Fuzz TARGET [--files N] [--seed N] [--seeds FOLDER] [--keep FOLDER] [--largest BYTES]
        Tunesmith.Fuzz TARGET --replay FILE

        TARGET   midi, abc, model or recipe
        --files    how many inputs are tried; 100000 where it is not said
        --seed     what fixes them; 1 where it is not said
        --seeds    a folder of files to start from beside the program's own
        --keep     where an input that fails is saved; the current folder where it is not said
        --largest  the longest input in bytes; 65536 where it is not said
        --replay   tries one file, as it is, and nothing else
        """;

    /// <summary>How many inputs are tried.</summary>
    public long Files { get; init; } = 100_000;

    /// <summary>What fixes all chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>A folder of files to start from; null for the program's own alone.</summary>
    public string? Seeds { get; init; }

    /// <summary>Where an input that fails is saved.</summary>
    public string Keep { get; init; } = ".";

    /// <summary>The longest input, in bytes.</summary>
    public int Largest { get; init; } = 65_536;

    /// <summary>The one file to be tried; null for a run.</summary>
    public string? Replay { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <param name="args">The words.</param>
    /// <param name="problem">What is wrong with them, where null is returned.</param>
    public static FuzzOptions? Parse(IReadOnlyList<string> args, out string problem)
    {
        string name = args.Count > 0 ? args[0] : "";
        IFuzzTarget? target = FuzzTargets.All.FirstOrDefault(target => target.Name == name);
        FuzzOptions? options = target is null ? null : new FuzzOptions(target);
        problem = target is null ? $"expected a target, found \"{name}\"" : "";
        for (int index = 1; options is not null && index < args.Count; index += 2)
        {
            options = index + 1 < args.Count ? options.With(args[index], args[index + 1]) : null;
            string found = string.Join(' ', args.Skip(index).Take(2));
            problem = options is null ? $"expected an option and its value, found \"{found}\"" : "";
        }

        return options;
    }

    private FuzzOptions? With(string option, string value)
    {
        bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return option switch
        {
            "--files" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long files) =>
                this with { Files = files },
            "--seed" when isNumber => this with { Seed = number },
            "--largest" when isNumber && number > 0 => this with { Largest = number },
            "--seeds" when Directory.Exists(value) => this with { Seeds = value },
            "--keep" => this with { Keep = value },
            "--replay" when File.Exists(value) => this with { Replay = value },
            _ => null,
        };
    }
}
