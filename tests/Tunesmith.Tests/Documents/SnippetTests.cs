using Tunesmith.Analysis.Originality;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Audio;
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
/// The lines of C# that the pages of control, statistics, originality, learning, songbook and sound show run. That they are those shown,
/// <see cref="ShownCodeTests"/> see.
/// </summary>
public sealed class SnippetTests
{
    [Fact]
    public async Task Composing_keeps_to_what_is_asked_for_and_streams()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        Composer composer = new(TinySongs.TrainLookBack("melody"));
        Melody primer = Melody.Parse("D4 E4 F4");
        CompositionOptions options = new()
        {
            Steps = 128,
            Constraints = [new InKey(Key.Parse("D minor")), new MaxLeap(9), new EndOn(Key.Parse("D minor"))],
            Sampling = [new TemperatureStep(0.9), new TopPStep(0.95)],
        };

        await foreach (ComposedNote note in composer.StreamNotesAsync(primer, options, cancellationToken: stop))
        {
            Console.WriteLine($"{note.Start.TotalSeconds:0.00} s: {note.Pitch} for {note.Duration.TotalSeconds:0.00} s");
        }

        Assert.Equal(128, composer.Compose(primer, options, stop).Options.Steps);
    }

    [Fact]
    public void A_song_lies_so_far_out_in_a_set()
    {
        Melody melody = Melody.Parse("C4 D4 E4 F4");
        Melody[] melodies = [Melody.Parse("C4 C4"), Melody.Parse("G4 C5 G5")];

        SongStatistics song = SongStatistics.Of(melody);
        double? bits = song[Statistic.ByName("pitchEntropy")];
        SongSetStatistics corpus = new([.. melodies.Select(SongStatistics.Of)]);
        double? distance = corpus.DistanceOf(song);

        Assert.Equal(2, bits);
        Assert.NotNull(distance);
    }

    [Fact]
    public void A_tune_is_judged_and_a_model_learns_on()
    {
        using TemporaryFolder folder = new();
        Melody tune = Melody.Parse("C4 D4 E4 F4 G4 A4 B4 C5 B4 A4 G4 F4 E4 D4 C4 R");
        Encodings.Melody().Write(tune).Save(folder.PathOf("tune.mid"));
        Encodings.Melody().Write(tune.Transpose(2)).Save(folder.PathOf("other.mid"));

        Judge(folder.Root, folder.PathOf("tune.mid"));
        Assert.NotEmpty(LearnOn(TinySongs.TrainLookBack("melody"), folder.Root).StartedFrom);
    }

    [Fact]
    public void The_songbook_is_at_hand()
    {
        SongCorpus corpus = Songbook.Load();
        SongFile arirang = Songbook.Tune("arirang");

        Assert.Equal("Arirang", arirang.Title);
        Assert.True(corpus.Songs[corpus.NumberOf("arirang")].IsInSongbook);
    }

    private static void Judge(string folder, string file)
    {
        FolderOriginality songs = FolderOriginality.Load(folder);
        OriginalityReport report = songs.Judge(Score.Load(file));
        Console.WriteLine($"{report.LongestSharedNotes} notes in a row; {report.Standing.InWords}");
    }

    private static MelodyModel LearnOn(MelodyModel model, string folder)
    {
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = Recipe.ForFineTuning(model).MinSteps };
        SongCorpus songs = SongCorpus.Load(folder, hearing);
        return Trainer.FineTune(model, songs.Sequences()).Model;
    }

    /// <summary>Compiled, and not run: its files are in the current folder, which is that of all tests.</summary>
    private static SoundReport Render()
    {
        Score score = Score.Load("tune.mid");
        SoundReport report = Synthesizer.WriteWav(score, "tune.wav");
        return report;
    }
}
