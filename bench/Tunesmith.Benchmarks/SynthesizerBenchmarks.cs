using BenchmarkDotNet.Attributes;
using Tunesmith.Audio;
using Tunesmith.Music;

namespace Tunesmith.Benchmarks;

/// <summary>
/// Rendering a minute of sound on one core, written as a file to nowhere: a piano melody with two notes a beat, and a band of sixteen
/// channels in which more than thirty notes sound at once. Real time is 60 seconds over the time.
/// </summary>
[MemoryDiagnoser]
public class SynthesizerBenchmarks
{
    private const int TicksPerQuarter = 480; // at 120 quarters a minute, half a second
    private const int Beats = 120;

    private static readonly int[] Programs = [0, 4, 11, 16, 24, 30, 33, 40, 48, 0, 56, 65, 73, 81, 89, 46];

    private readonly Score _melody = new(TicksPerQuarter, [Part(0, perBeat: 2, length: 1)]);
    private readonly Score _band =
        new(TicksPerQuarter, [.. Enumerable.Range(0, 16).Select(channel => Part(channel, perBeat: 2, length: 5))]);

    [Benchmark(Baseline = true)]
    public SoundReport PianoMelody() => Synthesizer.WriteWav(_melody, Stream.Null);

    [Benchmark]
    public SoundReport DenseBand() => Synthesizer.WriteWav(_band, Stream.Null);

    private static ScoreTrack Part(int channel, int perBeat, int length)
    {
        const int Percussion = 9;
        int step = TicksPerQuarter / perBeat;
        IEnumerable<Note> notes = Enumerable.Range(0, Beats * perBeat).Select(index =>
        {
            int key = channel == Percussion ? 35 + (index * 7 % 46) : 48 + (((index * 5) + (channel * 3)) % 30);
            return new Note(index * step, length * step, new Pitch(key), 60 + (index % 4 * 15), channel);
        });
        return ScoreTrack.FromNotes(notes, programs: [new ProgramChange(0, channel, Programs[channel])]);
    }
}
