using System.Text.RegularExpressions;
using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Corpus;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>The program that docs/provenance.md shows is the one compiled here, and it runs; the members that it lists are a record's.</summary>
public sealed partial class ProvenanceDocumentTests
{
    [Fact]
    public void The_program_shown_is_the_one_compiled_here()
    {
        string source = Read("tests", "Tunesmith.Tests", "Documents", "ProvenanceDocumentTests.cs")
            .Replace("    private static", "    static", StringComparison.Ordinal);
        string shown = Shown().Matches(Read("docs", "provenance.md")).Single().Groups[1].Value;
        Assert.Contains(LineStart().Replace(shown, "    "), source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_runs()
    {
        using TemporaryFolder folder = new();
        MelodyModel model = TinySongs.TrainLookBack("melody");
        model.Save(folder.PathOf("model.safetensors"));
        new Composer(model).Compose(NoteText.Parse("C4"), new CompositionOptions { Steps = 8 }, TestContext.Current.CancellationToken).ToMidi().Save(folder.PathOf("song.mid"));
        Prove(folder.PathOf("song.mid"), folder.PathOf("model.safetensors"));
        byte[] song = File.ReadAllBytes(folder.PathOf("song.mid"));
        Assert.Equal(ReplayOutcome.Same, SongReplay.Of(song, model, cancellationToken: TestContext.Current.CancellationToken).Outcome);
    }

    private static void Prove(string song, string modelFile)
    {
        ReplayResult result = SongReplay.Of(File.ReadAllBytes(song), MelodyModel.Load(modelFile));
        Console.WriteLine($"{song}: {result.Message}");
    }

    private static string Read(params string[] parts) => File.ReadAllText(RepositoryFolder.PathOf(parts)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^```csharp\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();

    [GeneratedRegex("^(?=.)", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
