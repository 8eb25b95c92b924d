using CsCheck;
using Tunesmith.Midi;
using Tunesmith.Music;
using Tunesmith.Tests.Midi;

namespace Tunesmith.Tests.Music;

public sealed class ScoreMidiProperties
{
    private static readonly Gen<int> Gap = Gen.OneOf(Gen.Const(0), Gen.Int[0, 300], Gen.Int[0, 600_000_000]);

    private static readonly Gen<ScoreTrack> Track = Gen.Select(
        Gen.Select(Gap, Gen.Int[0, 127], Gen.Int[0, 127], Gen.Int[0, 15]).Array[0, 20],
        Gen.String[Gen.Char["abc é音"], 0, 8],
        Gen.Select(
            Gen.Int[0, 3_000],
            Gen.Int[0, 15],
            Gen.Int[0, 127],
            (tick, channel, program) => new ProgramChange(tick, channel, program)).Array[0, 3],
        Gap,
        Gen.Select(Gen.Int[0, 15], Gen.String[Gen.Char["xy 音"], 1, 4]).Array[0, 2],
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 15], Gen.Int[0, 127], Gen.Int[0, 127], Gen.Int[0, 20], Control).Array[0, 5],
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 15], Gen.Int[-8192, 8191], Gen.Int[0, 20], Bend).Array[0, 5],
        (keys, name, programs, endTick, channels, controls, bends) =>
        {
            long tick = 0;
            IEnumerable<KeyEvent> events = keys.Select(key => new KeyEvent(tick += key.Item1, new Pitch(key.Item2), key.Item3, key.Item4));
            Dictionary<int, string> channelNames = channels
                .DistinctBy(channel => channel.Item1)
                .ToDictionary(channel => channel.Item1, channel => channel.Item2);
            return new ScoreTrack(events, name, programs, endTick, channelNames, controls, bends);
        });

    private static ControlChange Control(int tick, int channel, int controller, int value, int keysBefore) =>
        new(tick, channel, controller, value, keysBefore);

    private static PitchBend Bend(int tick, int channel, int bend, int keysBefore) => new(tick, channel, bend, keysBefore);

    /// <summary>Songs whose tempi and meters lie within their tracks.</summary>
    private static readonly Gen<Score> Song = Gen.Select(
        Gen.Int[1, 32_767],
        Track.Array[1, 4],
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 0xFFFFFF]).Array[0, 4],
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 255], Gen.Int[0, 30], Gen.Int[0, 3]).Array[0, 4],
        (ticksPerQuarter, tracks, tempos, meters) => new Score(
            ticksPerQuarter,
            tracks,
            new TempoMap(tempos.Select(tempo => new TempoChange((long)(tempo.Item1 * tracks.Max(track => track.EndTick)), tempo.Item2))),
            new MeterMap(meters.Select(meter =>
            {
                int track = meter.Item4 % tracks.Length;
                long tick = (long)(meter.Item1 * tracks[track].EndTick);
                int keysBefore = tracks[track].Keys.Count(key => key.Tick < tick || (key.Tick == tick && meter.Item2 % 2 == 0));
                return new MeterChange(tick, new Meter(meter.Item2, 1 << meter.Item3), track, keysBefore);
            }))));

    [Fact]
    public void A_song_survives_writing_and_reading() =>
        Song.Sample(song => MidiFile.FromBytes(song.ToMidi().ToBytes()).Warnings.Count == 0 && Survives(song));

    [Fact]
    public void The_song_of_any_file_survives_writing_and_reading() =>
        MidiGenerator.File.Sample(file => Survives(Score.FromMidi(file)));

    [Fact]
    public void The_songs_of_the_pop_files_survive_writing_and_reading()
    {
        string[] paths = Directory.GetFiles(SharedData.Require("data/pop"));
        Assert.Equal(88, paths.Length);
        Assert.All(paths, path => Assert.True(Survives(Score.Load(path)), path));
    }

    [Fact]
    public void The_songs_of_the_unusual_files_survive_writing_and_reading() =>
        Assert.All(TortureFiles.Readable(), pair => Assert.True(Survives(Score.FromMidi(pair.File)), pair.Name));

    [Fact]
    public void The_files_of_the_labs_writer_are_written_again_byte_for_byte()
    {
        string[] paths = Directory.GetFiles(SharedData.Require("data/pop-golden/midi-out"), "*.mid");
        Assert.Equal(9, paths.Length);
        Assert.All(paths, path =>
        {
            byte[] bytes = File.ReadAllBytes(path);
            Score score = Score.FromMidi(MidiFile.FromBytes(bytes, new MidiReadOptions { Strict = true }));
            Assert.Equal(bytes, score.ToMidi().ToBytes());
            Assert.Equal(bytes, new Score(220, [new ScoreTrack(score.Tracks[0].Keys, endTick: score.EndTick)]).ToMidi().ToBytes());
        });
    }

    private static bool Survives(Score score) => ScoreAssert.Same(score, Score.FromMidi(MidiFile.FromBytes(score.ToMidi().ToBytes())));
}
