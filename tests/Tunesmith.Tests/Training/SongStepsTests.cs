using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Tests.Encoding.Inputs;
using Tunesmith.Training;

namespace Tunesmith.Tests.Training;

/// <summary>What is trained on is what composing shows, at any pitch.</summary>
public sealed class SongStepsTests
{
    private static readonly ModelDefinition Definition = TinySongs.LookBack("lab").Definition;

    [Fact]
    public void A_step_is_what_a_reader_of_the_moved_song_gives_with_the_token_that_follows() =>
        Gen.Select(InputSongs.Any.Where(entry => entry.Song.Length > 1), Gen.Int[0, 1000]).Sample(
            (entry, choice) =>
            {
                ModelDefinition definition = Definition with { Encoding = entry.Encoding.Name };
                InputLayout layout = definition.CreateLayout();
                SongSteps steps = new(entry.Song, definition, layout, widest: 12);
                Assert.Equal(Enumerable.Range(-12, 25), steps.Shifts); // its pitches are far from both ends
                int semitones = steps.Shifts[choice % 25];
                WindowBatch batch = Batch(layout);
                InputReader reader = layout.CreateReader();
                InputReader unmoved = layout.CreateReader();
                for (int step = 0; step < steps.Count; step++)
                {
                    reader.Hear(entry.Encoding.Transpose(entry.Song.Tokens[step], semitones), entry.Song.Positions[step + 1]);
                    unmoved.Hear(entry.Song.Tokens[step], entry.Song.Positions[step + 1]);
                    steps.CopyTo(step, semitones, batch, step: 0, window: 0);
                    if (IsFarFromTheEnds(entry.Encoding, reader) && IsFarFromTheEnds(entry.Encoding, unmoved))
                    {
                        AssertSame(reader, entry.Encoding.Transpose(entry.Song.Tokens[step + 1], semitones), definition, batch);
                    }
                }
            },
            iter: 100);

    private static WindowBatch Batch(InputLayout layout) =>
        new(1, 1, layout.RowsPerStep, 0, layout.Copies.Count + 1, layout.Copies.Count, CopyEvidence.RowsPerCopy);

    private static void AssertSame(InputReader reader, int follows, ModelDefinition definition, WindowBatch batch)
    {
        Assert.Equal(reader.Rows.ToArray(), batch.Rows);
        Assert.Equal(reader.PointsTo.ToArray(), batch.PointsTo);
        Assert.Equal(reader.Evidence.ToArray(), batch.Evidence);
        Assert.Equal(
            [follows, .. reader.PointsTo.ToArray().Select((token, copy) => token == follows ? definition.OutcomeCount + copy : -1)],
            batch.Outcomes);
        Assert.Equal([1f], batch.Weights);
    }

    /// <summary>Whether every proposal is an octave or more from both ends of the encoding's pitches.</summary>
    private static bool IsFarFromTheEnds(MelodyEncoding encoding, InputReader reader) => reader.Proposals.ToArray().All(
        proposal => !proposal.Exists || encoding.PitchOf(proposal.Token) is not { } pitch || pitch.Number is >= 36 and <= 89);
}
