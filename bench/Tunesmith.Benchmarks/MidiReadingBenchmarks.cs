using BenchmarkDotNet.Attributes;
using Tunesmith.Bench;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Benchmarks;

/// <summary>
/// A MIDI file on its way from bytes to tokens, each stage by itself: a small file, as a folder has thousands of, and one of 20 MB. What
/// is allocated is also what the stage's result holds.
/// </summary>
[MemoryDiagnoser]
public class MidiReadingBenchmarks
{
    private static readonly MelodyEncoding Encoding = Encodings.Melody();

    private byte[] _bytes = [];
    private MidiFile _file = null!;
    private Score _score = null!;
    private Melody _melody = null!;

    [Params(20_000, 20_000_000)]
    public int Bytes { get; set; }

    [Params(true, false)]
    public bool RunningStatus { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _bytes = MadeMusic.Create(Bytes, RunningStatus);
        _file = MidiFile.FromBytes(_bytes);
        _score = Score.FromMidi(_file);
        _melody = Encoding.Hear(_score);
    }

    [Benchmark(Baseline = true)]
    public MidiFile Parse() => MidiFile.FromBytes(_bytes);

    [Benchmark]
    public Score MakeScore() => Score.FromMidi(_file);

    [Benchmark]
    public SongFacts CollectFacts() => SongFacts.Of(_score);

    [Benchmark]
    public Melody Hear() => Encoding.Hear(_score);

    [Benchmark]
    public Melody HearAsTheLab() => Encodings.Lab.Hear(_score);

    [Benchmark]
    public TokenSequence Encode() => Encoding.Encode(_melody);

    [Benchmark]
    public byte[] Write() => _score.ToMidi().ToBytes();
}
