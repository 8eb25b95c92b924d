using Tunesmith.Model;
using Tunesmith.Report.Html;
using Tunesmith.Training;
using static System.FormattableString;

namespace Tunesmith.Report.Sections;

/// <summary>A recipe in words, and as the file that it can be given to the tool as.</summary>
internal static class RecipeSection
{
    /// <summary>Writes the section of a training.</summary>
    public static void Write(HtmlWriter html, ReportTraining training)
    {
        TermList.Write(html, Terms(training));
        html.Open("details").Element("summary", "The recipe as a file");
        html.Open("pre", ("tabindex", "0"), ("role", "group"), ("aria-label", "The recipe as JSON"));
        html.Element("code", training.Recipe.ToIndentedJson().ReplaceLineEndings("\n")).Close();
        html.Close();
    }

    private static IEnumerable<(string Term, string Meaning)> Terms(ReportTraining training)
    {
        Recipe recipe = training.Recipe;
        ModelDefinition network = recipe.Definition;
        yield return ("Name", recipe.Name.Length == 0 ? "none" : recipe.Name);
        yield return ("Songs are heard", Invariant(
            $"as {network.Encoding}, voice {network.Voice}, {network.Grid} steps to a quarter note"));
        yield return ("The network is shown", string.Join(", ", network.Inputs.Select(Input)));
        if (network.Copies.Count > 0)
        {
            yield return ("It may copy", $"from the song's own past: {string.Join(", ", network.Copies)}");
        }

        string layers = network.Hidden.Count == 1 ? "one layer" : Invariant($"{network.Hidden.Count} layers");
        yield return ("The network", Invariant(
            $"an LSTM of {layers} of {string.Join(" and ", network.Hidden)} cells; {training.Weights:N0} weights"));
        string scored = recipe.Scored == ScoredSteps.Every ? "judged at every step" : "judged at the step that follows";
        yield return ("It learned", Invariant(
            $"from {training.Summary.Steps:N0} batches of {Words.Count(recipe.Batch, "window")} of {network.Window} steps, {scored}"));
        yield return ("Learning rate", Rate(recipe));
        if (Habits(recipe.Regularization) is { Count: > 0 } habits)
        {
            yield return ("Against learning by heart", string.Join(", ", habits));
        }

        if (recipe.Validation.Share > 0)
        {
            yield return ("Kept from it", Invariant(
                $"{100 * recipe.Validation.Share:0.#} % of the titles, looked at every {Words.Count(recipe.Validation.Every, "step")}"));
        }

        if (End(recipe, training.Summary) is { } end)
        {
            yield return ("It ended", end);
        }

        yield return ("Seed", Invariant($"{recipe.Seed}"));
    }

    private static string Input(string name) => name switch
    {
        "sounding" => "what sounds",
        "position" => "the place in the bar",
        "token" => "the last step",
        "previous" => "what sounded before",
        "held" => "for how long it has sounded",
        _ => name,
    };

    private static string Rate(Recipe recipe)
    {
        string rise = recipe.Schedule.WarmUp > 0 ? Invariant($", reached in {Words.Count(recipe.Schedule.WarmUp, "step")}") : "";
        string fall = recipe.Schedule.FinalShare < 1 ? Invariant($", falling to {100 * recipe.Schedule.FinalShare:0.#} % of that") : "";
        return Invariant($"{recipe.LearningRate:0.######}{rise}{fall}, with Adam");
    }

    private static List<string> Habits(Regularization habits)
    {
        List<string> words = [];
        Add(habits.Transpose, Invariant($"songs moved up and down by as much as {Words.Count(habits.Transpose, "semitone")}"));
        Add(habits.WeightDecay, Invariant($"weight decay {habits.WeightDecay:0.####}"));
        Add(habits.InputDropout, Invariant($"{100 * habits.InputDropout:0.#} % of the inputs dropped"));
        Add(habits.OutputDropout, Invariant($"{100 * habits.OutputDropout:0.#} % of the outputs dropped"));
        return words;

        void Add(double amount, string word)
        {
            if (amount > 0)
            {
                words.Add(word);
            }
        }
    }

    private static string? End(Recipe recipe, TrainingSummary summary) => summary.StoppedBy switch
    {
        TrainingStop.Patience =>
            $"before its last step: {Words.Count(recipe.Validation.Patience, "look")} had brought nothing better",
        TrainingStop.Accuracy => Invariant($"before its last step: the accuracy had come to {summary.Accuracy:0.000}, as was asked for"),
        _ => null,
    };
}
