using Tunesmith.Corpus;
using Tunesmith.Music;

namespace Tunesmith.Tests.Documents;

/// <summary>The tunes of samples/songs. That <c>samples/Etudes.cs</c> writes just these bytes is checked by <c>.ci/run</c>.</summary>
public sealed class PracticeTuneTests
{
    private static readonly string Folder = RepositoryFolder.PathOf("samples", "songs");

    [Fact]
    public void All_twelve_practice_tunes_are_learned_from_and_each_is_a_song_of_its_own()
    {
        SongCorpus corpus = Load();

        Assert.Equal(12, corpus.Songs.Count);
        Assert.Equal(corpus.Files, corpus.Songs);
        Assert.Distinct(corpus.Songs.Select(song => song.TitleGroup));
    }

    [Fact]
    public void A_practice_tune_states_its_tempo_and_meter_and_names_its_tracks()
    {
        foreach (string path in Directory.GetFiles(Folder))
        {
            Score song = Score.Load(path);

            Assert.Equal(["Melody", "Bass"], song.Tracks.Select(track => track.Name));
            Assert.Equal(0, Assert.Single(song.Tempos.Changes).Tick);
            Assert.Equal(0, Assert.Single(song.Meters.Changes).Tick);
        }
    }

    [Fact]
    public void The_lab_hears_the_melody_of_a_practice_tune_and_never_its_bass()
    {
        foreach (CorpusFile song in Load().Songs)
        {
            ScoreTrack melody = Score.Load(Path.Combine(Folder, song.Path)).Tracks[0];

            int[] heard = song.Melody!.SoundingPitches();
            Assert.All(melody.Notes, note => Assert.Equal(note.Pitch.Number, heard[note.Onset / 24]));
            Assert.All(heard[..^1], pitch => Assert.Contains(melody.Notes, note => note.Pitch.Number == pitch));
        }
    }

    private static SongCorpus Load() =>
        SongCorpus.Load(Folder, CorpusOptions.Lab with { MinSteps = 200 }, cancellationToken: TestContext.Current.CancellationToken);
}
