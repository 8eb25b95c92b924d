using System.CommandLine;
using System.CommandLine.Parsing;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Completion;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Model;

namespace Tunesmith.Cli.Options;

/// <summary>The options that say how songs are heard: the encoding, and of the encoding melody the voice and the grid.</summary>
internal sealed class HearingOptions
{
    private readonly Option<MelodyEncoding?> _encoding;
    private readonly Option<MelodyVoice?> _voice;
    private readonly Option<int?> _grid;

    /// <summary>Makes the options.</summary>
    /// <param name="encoding">The encoding where none is named, in words.</param>
    /// <param name="otherwise">Where voice and grid come from where they are not named; empty for their usual values.</param>
    public HearingOptions(string encoding, string otherwise = "")
    {
        _encoding = SharedOptions.Encoding($"otherwise {encoding}");
        _voice = new Option<MelodyVoice?>("--voice")
        {
            Description = "Which voice of a song it is, in the encoding melody: auto, highest, lowest, track:N or channel:N; "
                + $"otherwise {(otherwise.Length > 0 ? otherwise : MelodyVoice.Auto)}",
            HelpName = "VOICE",
            CompletionSources = { ValueSources.Of("auto", "highest", "lowest", "track:", "channel:") },
            CustomParser = ParseVoice,
        };
        _grid = NumberOption.Create(
            "--grid",
            "Steps in a quarter note, in the encoding melody: 4 are sixteenths, 3 or 6 triplets, 12 both; "
                + $"otherwise {(otherwise.Length > 0 ? otherwise : Encodings.UsualGrid)}",
            1,
            Encodings.FinestGrid);
    }

    /// <summary>What <see cref="UsualMinSteps"/> is, in words.</summary>
    public static string MinStepsInWords { get; } =
        $"otherwise {new CorpusOptions().MinSteps}, in the encoding lab {CorpusOptions.Lab.MinSteps}";

    /// <summary>The fewest steps of a song that is kept, where neither the command line nor a recipe says.</summary>
    public static int UsualMinSteps(MelodyEncoding encoding) =>
        (encoding == Encodings.Lab ? CorpusOptions.Lab : new CorpusOptions()).MinSteps;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_encoding);
        command.Add(_voice);
        command.Add(_grid);
    }

    /// <summary>The encoding that the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="otherwise">The encoding where it names none.</param>
    /// <exception cref="UsageException">The encoding has no such voice or grid.</exception>
    public MelodyEncoding Read(ParseResult arguments, MelodyEncoding otherwise) =>
        Read(arguments, new ModelDefinition { Encoding = otherwise.Name }).FindEncoding();

    /// <summary>A definition that hears songs as the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="definition">The definition that holds where it does not say.</param>
    /// <exception cref="UsageException">The encoding has no such voice or grid.</exception>
    public ModelDefinition Read(ParseResult arguments, ModelDefinition definition)
    {
        if (arguments.GetValue(_encoding) is { } named && named.Name != definition.Encoding)
        {
            // Voice and grid of another encoding mean nothing to this one, and only the lab can do without a token for the rest.
            ModelDefinition usual = new();
            definition = definition with { Encoding = named.Name, Voice = usual.Voice, Grid = usual.Grid, RestIsToken = true };
        }

        MelodyVoice? voice = arguments.GetValue(_voice);
        int? grid = arguments.GetValue(_grid);
        bool hasVoices = Encodings.ByName(definition.Encoding).Voice is not null;
        if (!hasVoices && ((voice ?? MelodyVoice.Auto) != MelodyVoice.Auto || (grid ?? definition.Grid) != definition.Grid))
        {
            throw new UsageException(
                $"the {definition.Encoding} encoding hears all voices on sixteenths; "
                + "leave out --voice and --grid, or add --encoding melody");
        }

        return definition with { Voice = voice?.ToString() ?? definition.Voice, Grid = grid ?? definition.Grid };
    }

    private static MelodyVoice? ParseVoice(ArgumentResult result)
    {
        try
        {
            return MelodyVoice.Parse(result.Tokens[0].Value);
        }
        catch (FormatException error)
        {
            result.AddError($"--voice: {error.Message.TrimEnd('.')}");
            return null;
        }
    }
}
