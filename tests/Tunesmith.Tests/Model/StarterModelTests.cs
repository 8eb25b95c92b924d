using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Tests.Model;

/// <summary>That the recorded command makes the starter model again is for <c>.ci/run</c>, which trains it.</summary>
public sealed class StarterModelTests
{
    [Fact]
    public void The_starter_model_is_the_file_in_the_songbook_and_small()
    {
        byte[] file = File.ReadAllBytes(RepositoryFolder.PathOf("songbook/starter.safetensors"));

        Assert.Equal(file, MelodyModel.LoadStarter().ToBytes());
        Assert.True(file.Length <= 2_000_000, $"{file.Length} bytes");
    }

    [Fact]
    public void It_has_learned_the_songbook_of_today_by_the_recipe_of_today()
    {
        MelodyModel starter = MelodyModel.LoadStarter();

        Assert.Equal(Recipe.LookBack.ToJson(), starter.RecipeJson);
        Assert.Equal(Songbook.Load().Songs.Count, starter.Summary.Songs + starter.Summary.HeldOut!.Songs);
    }

    [Fact]
    public void Each_call_makes_a_model_of_its_own()
    {
        Assert.NotSame(MelodyModel.LoadStarter(), MelodyModel.LoadStarter());
    }

    [Fact]
    public void It_composes()
    {
        Composer composer = new(MelodyModel.LoadStarter());
        SongCorpus songs = Songbook.Load();
        Melody primer = composer.PrimerOf(songs.MelodyOf("arirang"));

        Composition tune = composer.Compose(
            primer, new CompositionOptions { Steps = 64, Seed = 7 }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(tune.ToScore().Notes);
    }
}
