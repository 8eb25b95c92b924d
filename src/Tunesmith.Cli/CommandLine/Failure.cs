using Tunesmith.Audio;
using Tunesmith.Composing.Constraints;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Experiments;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music.Abc;
using Tunesmith.Training;

namespace Tunesmith.Cli.CommandLine;

/// <summary>Puts an exception into one line that helps the person who called the tool.</summary>
internal static class Failure
{
    private const string TraceVariable = "TUNESMITH_TRACE";

    /// <summary>Whether the environment asks for stack traces: <c>TUNESMITH_TRACE=1</c>.</summary>
    public static bool TraceIsWanted => Environment.GetEnvironmentVariable(TraceVariable) == "1";

    /// <summary>The line, without the name of the tool in front.</summary>
    public static string Explain(Exception exception) => exception switch
    {
        ToolException or IOException or UnauthorizedAccessException => exception.Message,
        MidiFormatException or AbcFormatException or SongTooLongException or CorpusException => exception.Message,
        ModelFormatException or RecipeException or TrainingException => exception.Message,
        EvaluationException or SweepException or RenderException or ConstraintException => exception.Message,
        OutOfMemoryException => "not enough memory; use a smaller --hidden, --batch or --window, or fewer songs",
        _ => $"unexpected {exception.GetType().Name}: {exception.Message} "
            + $"(this is a fault in Tunesmith; please report it with what {TraceVariable}=1 shows)",
    };
}
