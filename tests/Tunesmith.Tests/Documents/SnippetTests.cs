using Tunesmith.Analysis.Originality;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Corpus;
using Tunesmith.Tests.Training;
using Tunesmith.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>
/// The lines of C# that the pages of control, statistics, originality and learning show are those compiled here, and they run.
/// </summary>
public sealed class SnippetTests
{
    [Theory]
    [InlineData("control.md", 2)]
    [InlineData("statistics.md", 1)]
    [InlineData("originality.md", 1)]
    [InlineData("learning.md", 1)]
    public void The_lines_shown_are_those_compiled_here(string document, int count)
    {
        string source = Lines(File.ReadAllText(RepositoryFolder.PathOf("tests", "Tunesmith.Tests", "Documents", "SnippetTests.cs")));
        string text = File.ReadAllText(RepositoryFolder.PathOf("docs", document));
        string[] shown = [.. text.Split("```csharp")[1..].Select(part => part.Split("```")[0])];

        Assert.Equal(count, shown.Length);
        Assert.All(
            shown,
            snippet => Assert.Contains(Lines(snippet).Replace("static ", "", StringComparison.Ordinal), source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Composing_keeps_to_what_is_asked_for_and_streams()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        Composer composer = new(TinySongs.TrainLookBack("melody"));
        Melody primer = NoteText.Parse("D4 E4 F4");
        CompositionOptions options = new()
        {
            Steps = 128,
            Constraints = [new InKey(Key.Parse("D minor")), new MaxLeap(9), new EndOn(2)],
            Sampling = [new TemperatureStep(0.9), new TopPStep(0.95)],
        };

        await foreach (ComposedNote note in composer.StreamNotesAsync(primer, options, cancellationToken: stop))
        {
            Console.WriteLine($"{note.Seconds:0.00} s: {note.Pitch} for {note.SecondsLong:0.00} s");
        }

        Assert.Equal(128, composer.Compose(primer, options, stop).Options.Steps);
    }

    [Fact]
    public void A_song_lies_so_far_out_in_a_set()
    {
        Melody melody = NoteText.Parse("C4 D4 E4 F4");
        Melody[] melodies = [NoteText.Parse("C4 C4"), NoteText.Parse("G4 C5 G5")];

        SongStatistics song = SongStatistics.Of(melody);
        SongSetStatistics corpus = new([.. melodies.Select(SongStatistics.Of)]);
        double? distance = corpus.DistanceOf(song);

        Assert.NotNull(distance);
    }

    [Fact]
    public void A_tune_is_judged_and_a_model_learns_on()
    {
        using TemporaryFolder folder = new();
        Melody tune = NoteText.Parse("C4 D4 E4 F4 G4 A4 B4 C5 B4 A4 G4 F4 E4 D4 C4 R");
        Encodings.Melody().Write(tune).Save(folder.PathOf("tune.mid"));
        Encodings.Melody().Write(tune.Transpose(2)).Save(folder.PathOf("other.mid"));

        Judge(folder.Root, folder.PathOf("tune.mid"));
        Assert.NotEmpty(LearnOn(TinySongs.TrainLookBack("melody"), folder.Root).StartedFrom);
    }

    private static void Judge(string folder, string file)
    {
        FolderOriginality songs = FolderOriginality.Load(folder, new CorpusOptions());
        OriginalityReport report = songs.Index.Judge(songs.Hear(Score.Read(file)));
        Console.WriteLine($"{report.LongestSharedNotes} notes in a row; {report.Standing.InWords}");
    }

    private static MelodyModel LearnOn(MelodyModel model, string folder)
    {
        Recipe recipe = Recipe.FromJson(model.Recipe).ForFineTuning();
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = recipe.MinSteps };
        SongCorpus songs = SongFolder.Load(folder, hearing);
        return Trainer.Train(recipe, songs.Sequences(), new TrainingOptions { StartFrom = model }).Model;
    }

    private static string Lines(string text) => string.Join(
        '\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
