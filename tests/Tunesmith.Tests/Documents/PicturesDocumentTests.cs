using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Pictures.Charts;
using Tunesmith.Pictures.Rolls;
using Tunesmith.Tests.Corpus;
using Tunesmith.Training;

namespace Tunesmith.Tests.Documents;

/// <summary>The programs of docs/pictures.md draw. That they are those shown, <see cref="ShownCodeTests"/> see.</summary>
public sealed class PicturesDocumentTests
{
    [Fact]
    public void The_programs_draw()
    {
        using TemporaryFolder folder = new();
        Melody melody = Melody.FromSoundingPitches([.. Enumerable.Range(0, 64).Select(step => 60 + (step / 4 % 5))]);

        DrawSong(Encodings.Melody().Write(melody), folder.PathOf("song.svg"), 1);
        DrawTraining([new(0, 3), new(10, 1)], [new(4, 2), new(9, 1.5)], 1.2, folder.PathOf("training.svg"));
        DrawPredictions(new Composer(Untrained(melody)), melody, folder.PathOf("predictions.svg"));

        foreach (string name in new[] { "song.svg", "training.svg", "predictions.svg" })
        {
            Assert.StartsWith("<svg", File.ReadAllText(folder.PathOf(name)), StringComparison.Ordinal);
        }
    }

    private static MelodyModel Untrained(Melody melody)
    {
        Recipe recipe = Recipe.LookBack with { Steps = 0, Validation = new Validation() };
        return Trainer.Train(recipe, [Encodings.Melody().Encode(melody)]).Model;
    }

    private static void DrawTraining(IReadOnlyList<CurvePoint> learned, IReadOnlyList<CurvePoint> heldOut, double baseline, string file)
    {
        CurvePanel loss = new("loss, nats a step", [new("learned from", learned), new("held out", heldOut)])
        {
            Levels = [new("best baseline", baseline)],
        };
        CurvesOptions options = new() { Title = "A training", MarkedStep = heldOut.MinBy(look => look.Value).Step };
        CurvesPicture.Draw([loss], options).Save(file);
    }

    private static void DrawPredictions(Composer composer, Melody primer, string file)
    {
        Composition song = composer.Compose(primer, new CompositionOptions { Steps = 128, Seed = 1, KeepProbabilities = true });
        int[] drawn = song.Tokens[song.PrimerSteps..].ToArray();
        HeatMapOptions options = new() { Title = "What the network expected", FirstStep = song.PrimerSteps };
        HeatMap.Draw(composer.OutcomeNames, song.Probabilities, drawn, options).Save(file);
    }

    private static void DrawSong(Score song, string file, double seconds)
    {
        PianoRoll roll = PianoRoll.Draw(song, new PianoRollOptions { Title = "My song", IsOneLine = true });
        roll.Save(file);
        Console.WriteLine($"At {seconds} s the playhead is at {roll.PlaceAt(seconds)?.X} of {roll.Picture.Width}.");
    }
}
