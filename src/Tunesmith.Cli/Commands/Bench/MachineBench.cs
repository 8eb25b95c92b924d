using Tunesmith.Composing;
using Tunesmith.Compute;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Bench;

/// <summary>
/// The measurements of <c>tunesmith bench</c>. A training step is the median of many, so that others who use the machine for a moment do
/// not count; songs are made up on the spot, for speed does not depend on what they say.
/// </summary>
/// <param name="each">How long to measure each thing.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Ctrl-C.</param>
internal sealed class MachineBench(TimeSpan each, TimeProvider time, CancellationToken cancellation)
{
    private const int Songs = 16;
    private const int SongSteps = 512;
    private const int ComposedSteps = 4000;
    private const int FilesAtATime = 256;

    private readonly Melody[] _melodies = [.. Enumerable.Range(0, Songs).Select(MakeMelody)];

    /// <summary>Measures everything.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public BenchDocument Run()
    {
        int cores = Environment.ProcessorCount;
        Recipe wide = Recipe.Lab with { Definition = Recipe.Lab.Definition with { Hidden = [256] }, Batch = 128 };
        return new BenchDocument(
            PeakRate.MeasureGflops(1, each, time),
            PeakRate.MeasureGflops(cores, each, time),
            TrainingStep(Recipe.Lab),
            TrainingStep(Recipe.Lab with { Scored = ScoredSteps.Every }),
            TrainingStep(wide),
            ComposedStep(),
            FilesPerSecond(),
            cores,
            PeakRate.VectorBits);
    }

    /// <summary>The median time of a training step, in milliseconds.</summary>
    private double TrainingStep(Recipe recipe)
    {
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        StepTimes times = new(each, enough);
        try
        {
            recipe = recipe with { Steps = int.MaxValue, DisplayEvery = int.MaxValue };
            Trainer.Train(recipe, Sequences(), new TrainingOptions { Time = time }, times, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It has been measured for long enough.
        }

        return times.Median().TotalMilliseconds;
    }

    /// <summary>The best time of a composed step, in microseconds.</summary>
    private double ComposedStep()
    {
        Composer composer = new(Trainer.Train(Recipe.Lab with { Steps = 0 }, Sequences(), cancellationToken: cancellation).Model);
        CompositionOptions options = new() { Steps = ComposedSteps };
        TimeSpan best = TimeSpan.MaxValue;
        long start = time.GetTimestamp();
        do
        {
            long before = time.GetTimestamp();
            composer.Compose(composer.PrimerOf(_melodies[0]), options, cancellation);
            TimeSpan taken = time.GetElapsedTime(before);
            best = taken < best ? taken : best;
        }
        while (time.GetElapsedTime(start) < each);
        return best.TotalMicroseconds / ComposedSteps;
    }

    /// <summary>Files parsed and encoded in a second by all processors together.</summary>
    private double FilesPerSecond()
    {
        byte[][] files = [.. _melodies.Select(WithBass)];
        ParallelOptions parallel = new() { CancellationToken = cancellation };
        int read = 0;
        long start = time.GetTimestamp();
        do
        {
            Parallel.For(0, FilesAtATime, parallel, index =>
                Encodings.Lab.Encode(Encodings.Lab.Hear(Score.FromMidi(MidiFile.FromBytes(files[index % files.Length])))));
            read += FilesAtATime;
        }
        while (time.GetElapsedTime(start) < each);
        return read / time.GetElapsedTime(start).TotalSeconds;
    }

    private TokenSequence[] Sequences() => [.. _melodies.Select(melody => Encodings.Lab.Encode(melody))];

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

    /// <summary>Takes down how long each step took, and stops the training when it has been watched for long enough.</summary>
    private sealed class StepTimes(TimeSpan duration, CancellationTokenSource enough) : IProgress<TrainingProgress>
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
            if (_times.Count > 0 && value.Elapsed >= duration)
            {
                enough.Cancel();
            }
        }

        public TimeSpan Median() => _times.Order().ElementAt(_times.Count / 2);
    }
}
