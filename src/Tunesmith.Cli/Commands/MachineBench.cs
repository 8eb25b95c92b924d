using Tunesmith.Composing;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands;

/// <summary>
/// The measurements of <c>tunesmith bench</c>. A training step is the median of many, so that others who use the machine for a moment do
/// not count; songs are made up on the spot, for speed does not depend on what they say.
/// </summary>
internal static class MachineBench
{
    private const int Songs = 16;
    private const int SongSteps = 512;
    private const int ComposedSteps = 4000;
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    /// <summary>Measures everything.</summary>
    public static BenchDocument Run(TimeProvider time, CancellationToken cancellation)
    {
        Melody[] melodies = [.. Enumerable.Range(0, Songs).Select(MakeMelody)];
        TokenSequence[] songs = [.. melodies.Select(melody => Encodings.Lab.Encode(melody))];
        int cores = Environment.ProcessorCount;
        Recipe wide = Recipe.Lab with { Definition = Recipe.Lab.Definition with { Hidden = [256] }, Batch = 128 };
        return new BenchDocument(
            PeakRate.MeasureGflops(1, Long, time),
            PeakRate.MeasureGflops(cores, Long, time),
            TrainingStep(Recipe.Lab with { Steps = 120 }, songs, time, cancellation),
            TrainingStep(Recipe.Lab with { Steps = 100, Scored = ScoredSteps.Every }, songs, time, cancellation),
            TrainingStep(wide with { Steps = 60 }, songs, time, cancellation),
            ComposedStep(melodies[0], songs, time, cancellation),
            FilesPerSecond(melodies, time, cancellation),
            cores,
            PeakRate.VectorBits);
    }

    /// <summary>The median time of a training step, in milliseconds.</summary>
    private static double TrainingStep(Recipe recipe, TokenSequence[] songs, TimeProvider time, CancellationToken cancellation)
    {
        StepTimes times = new();
        Trainer.Train(recipe with { DisplayEvery = recipe.Steps }, songs, new TrainingOptions { Time = time }, times, cancellation);
        return times.Median().TotalMilliseconds;
    }

    /// <summary>The best time of a composed step, in microseconds.</summary>
    private static double ComposedStep(Melody primer, TokenSequence[] songs, TimeProvider time, CancellationToken cancellation)
    {
        Composer composer = new(Trainer.Train(Recipe.Lab with { Steps = 0 }, songs, cancellationToken: cancellation).Model);
        CompositionOptions options = new() { Steps = ComposedSteps };
        TimeSpan best = TimeSpan.MaxValue;
        long start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Long)
        {
            long before = time.GetTimestamp();
            composer.Compose(composer.PrimerOf(primer), options, cancellation);
            TimeSpan taken = time.GetElapsedTime(before);
            best = taken < best ? taken : best;
        }

        return best.TotalMicroseconds / ComposedSteps;
    }

    /// <summary>Files parsed and encoded in a second by all processors together.</summary>
    private static double FilesPerSecond(Melody[] melodies, TimeProvider time, CancellationToken cancellation)
    {
        const int filesAtATime = 256;
        byte[][] files = [.. melodies.Select(WithBass)];
        int read = 0;
        long start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < Long)
        {
            ParallelOptions parallel = new() { CancellationToken = cancellation };
            Parallel.For(0, filesAtATime, parallel, index =>
                Encodings.Lab.Encode(Encodings.Lab.Hear(Score.FromMidi(MidiFile.Read(files[index % files.Length])))));
            read += filesAtATime;
        }

        return read / time.GetElapsedTime(start).TotalSeconds;
    }

    private static byte[] WithBass(Melody melody)
    {
        Score score = Encodings.Lab.Write(melody);
        IEnumerable<KeyEvent> bass = score.Tracks[0].Keys.Select(key => key with { Pitch = new Pitch(key.Pitch.Number - 24) });
        return new Score(score.TicksPerQuarter, [.. score.Tracks, new ScoreTrack(bass)]).ToMidi().ToBytes();
    }

    /// <summary>Up and down a scale, with a leap now and then: not music, but as many notes as music has.</summary>
    private static Melody MakeMelody(int number)
    {
        int[] scale = [0, 2, 4, 5, 7, 9, 11];
        int[] pitches = new int[SongSteps];
        for (int step = 0; step < SongSteps; step++)
        {
            int degree = ((step / (1 + (number % 3))) * (1 + (number % 5))) % 14;
            pitches[step] = 60 + number + scale[degree % 7] + (12 * (degree / 7));
        }

        return Melody.FromSoundingPitches(pitches);
    }

    /// <summary>Takes down how long each step took.</summary>
    private sealed class StepTimes : IProgress<TrainingProgress>
    {
        private readonly List<TimeSpan> _times = [];
        private TimeSpan _last;

        public void Report(TrainingProgress value)
        {
            if (value.Score is null)
            {
                _times.Add(value.Elapsed - _last);
            }

            _last = value.Elapsed;
        }

        public TimeSpan Median() => _times.Order().ElementAt(_times.Count / 2);
    }
}
