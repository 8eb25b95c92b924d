using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Corpus;
using Tunesmith.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>
/// The program of README.md runs. That it is the one shown, <see cref="ShownCodeTests"/> see; its commands are run by <c>.ci/run</c>.
/// </summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    public void The_readme_shows_the_usings_that_its_program_has_here(string page)
    {
        string[] here = UsingsOf(RepositoryDocuments.Read("tests/Tunesmith.Tests/Documents/ReadmeTests.cs"));
        Assert.Equal(
            here.Where(line => line != "using Tunesmith.Encoding;" && !line.StartsWith("using Tunesmith.Tests", StringComparison.Ordinal)),
            UsingsOf(RepositoryDocuments.Read(page)));
    }

    [Fact]
    public void The_program_in_the_readme_learns_and_composes()
    {
        using TemporaryFolder folder = new();
        string tune = folder.PathOf("tune.mid");

        LearnAndCompose(RepositoryFolder.PathOf("samples", "songs"), tune, TestContext.Current.CancellationToken);

        Melody melody = Encodings.Melody().Hear(Score.Load(tune));
        Assert.InRange(melody.Length, 128 + 200, 128 + 256); // a rest at the end is not heard
        Score song = Score.Load(RepositoryFolder.PathOf("samples", "songs", "Fountain - Etude in G major.mid"));
        Melody fountain = Encodings.Melody().Hear(song);
        Assert.Equal(fountain.SoundingPitches()[..128], melody.SoundingPitches()[..128]);
    }

    private static void LearnAndCompose(string folder, string newSong, CancellationToken stop)
    {
        SongCorpus corpus = SongCorpus.Load(folder, cancellationToken: stop);
        Recipe recipe = Recipe.LookBack with { Seed = 3 };
        Progress<TrainingProgress> progress = new(now => Console.Write($"\r{now.Remaining.TotalSeconds:0.0} s left "));
        MelodyModel model = Trainer.Train(recipe, corpus.Sequences(), progress: progress, cancellationToken: stop).Model;

        Composer composer = new(model);
        Melody primer = composer.PrimerOf(corpus.MelodyOf("fountain"));
        CompositionOptions options = new()
        {
            Steps = 256,
            Seed = 7,
            Sampling = [new TemperatureStep(0.8)],
            Constraints = [new InKey(Key.Parse("G major")), new MaxLeap(12)],
        };
        composer.Compose(primer, options, stop).Save(newSong);
    }

    private static string[] UsingsOf(string text) =>
        [.. text.Split('\n').Where(line => line.StartsWith("using Tunesmith.", StringComparison.Ordinal))];
}
