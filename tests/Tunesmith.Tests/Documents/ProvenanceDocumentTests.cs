using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Corpus;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>The program of docs/provenance.md runs. That it is the one shown, <see cref="ShownCodeTests"/> see.</summary>
public sealed class ProvenanceDocumentTests
{
    [Fact]
    public void The_program_runs()
    {
        using TemporaryFolder folder = new();
        MelodyModel model = TinySongs.TrainLookBack("melody");
        model.Save(folder.PathOf("model.safetensors"));
        CancellationToken stop = TestContext.Current.CancellationToken;
        Composition song = new Composer(model).Compose(Melody.Parse("C4"), new CompositionOptions { Steps = 8 }, stop);
        song.Save(folder.PathOf("song.mid"));

        Prove(folder.PathOf("song.mid"), folder.PathOf("model.safetensors"));
        byte[] saved = File.ReadAllBytes(folder.PathOf("song.mid"));
        Assert.Equal(ReplayOutcome.Same, SongReplay.Verify(saved, model, cancellationToken: stop).Outcome);
    }

    private static void Prove(string song, string modelFile)
    {
        ReplayResult result = SongReplay.Verify(song, MelodyModel.Load(modelFile));
        Console.WriteLine($"{song}: {result.Message}");
    }
}
