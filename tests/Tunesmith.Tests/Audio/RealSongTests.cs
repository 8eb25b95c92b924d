using Tunesmith.Audio;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Tests.Midi;

namespace Tunesmith.Tests.Audio;

/// <summary>Real and unusual songs: alike in loudness, never silent where there are notes, never out of bounds.</summary>
public sealed class RealSongTests
{
    private static readonly RenderOptions Options = new() { SampleRate = 11_025 };

    [Fact]
    public void The_pop_files_are_alike_in_loudness_and_have_no_gaps()
    {
        string[] paths = Directory.GetFiles(SharedData.Require("data/pop"));
        foreach (string path in paths.Order(StringComparer.Ordinal).Where((_, index) => index % 4 == 0))
        {
            Score score = Score.Load(path);
            Sound sound = Synthesizer.Render(score, Options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(-18, sound.Report.Loudness, 1.0);
            Assert.InRange(sound.Report.Limiting, 0, 6);
            foreach (Note note in score.Notes)
            {
                double onset = score.Tempos.SecondsAt(note.Onset, score.TicksPerQuarter);
                int from = 2 * (int)(onset * Options.SampleRate);
                ReadOnlySpan<float> begin = sound.Samples.Span.Slice(from, 2 * Options.SampleRate / 20);
                Assert.True(begin.ContainsAnyExceptInRange(-0.003f, 0.003f), $"{path} at {onset}");
            }
        }
    }

    [Fact]
    public void The_unusual_files_stay_within_bounds_or_are_refused()
    {
        foreach ((string name, MidiFile file) in TortureFiles.Readable())
        {
            Score score = Score.FromMidi(file);
            if (score.Seconds > 60)
            {
                continue; // others are the same, only longer
            }

            RenderOptions options = Options with { SampleRate = 8_000 };
            Sound sound = Synthesizer.Render(score, options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(sound.Samples.ToArray().All(sample => Math.Abs(sample) <= Limiter.Ceiling), name);
        }
    }
}
