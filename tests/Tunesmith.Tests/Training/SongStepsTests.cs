using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Model;
using Tunesmith.Music;
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

    [Fact]
    public void A_sequence_that_a_shift_drives_out_of_range_is_none_and_no_ones_rival()
    {
        // After E1 a tone below F#1 comes C1, a tone below D1; with the song at its lowest, there is no such pitch.
        MelodyEncoding encoding = Encodings.Lab;
        ModelDefinition definition = Definition with { Copies = ["hold", "sequence 1"] };
        InputLayout layout = definition.CreateLayout();
        BarPosition[] positions = [new(0, 2), new(1, 2), new(0, 2), new(1, 2)];
        int[] tokens = InputSongs.Tokens(encoding, "F#1 D1 E1 E1");
        SongSteps steps = new(new TokenSequence(tokens, positions), definition, layout, widest: 12);
        Assert.Equal(-2, steps.Shifts[0]);
        WindowBatch batch = Batch(layout);
        foreach (int semitones in steps.Shifts)
        {
            InputReader reader = layout.CreateReader();
            for (int step = 0; step < 3; step++)
            {
                reader.Hear(encoding.Transpose(tokens[step], semitones), positions[step + 1]);
            }

            Assert.Equal(semitones >= 0, reader.Proposals[1].Exists);
            steps.CopyTo(2, semitones, batch, step: 0, window: 0);
            AssertSame(reader, encoding.Transpose(tokens[3], semitones), definition, batch);
        }
    }

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
