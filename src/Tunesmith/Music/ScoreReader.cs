using Tunesmith.Midi;

namespace Tunesmith.Music;

/// <summary>Makes a song of a MIDI file's events.</summary>
internal sealed class ScoreReader
{
    private const int HighestDenominatorPower = 30;

    private readonly MidiFile _file;
    private readonly List<ScoreTrack> _tracks = [];
    private readonly List<TempoChange> _tempos = [];
    private readonly List<MeterChange> _meters = [];

    private ScoreReader(MidiFile file) => _file = file;

    public static Score Read(MidiFile file)
    {
        ScoreReader reader = new(file);
        long start = 0;
        foreach (MidiTrack track in file.Tracks)
        {
            reader.AddTrack(track, start);
            if (file.Format == 2)
            {
                start += track.EndTick;
            }
        }

        int ticksPerQuarter = file.Division.IsSmpte ? reader.CountSeconds() : file.Division.TicksPerQuarter;
        return new Score(ticksPerQuarter, reader._tracks, new TempoMap(reader._tempos), new MeterMap(reader._meters));
    }

    private void AddTrack(MidiTrack track, long start)
    {
        List<KeyEvent> keys = [];
        List<ProgramChange> programs = [];
        string name = "";
        Dictionary<int, string> channelNames = [];
        int? prefix = null; // the channel that names belong to, until the next event of a channel
        if (start > 0)
        {
            RestoreDefaults(start);
        }

        foreach (ref readonly MidiEvent midiEvent in track.Span)
        {
            long tick = start + midiEvent.Tick;
            if (midiEvent.MetaType == MidiMetaType.ChannelPrefix)
            {
                prefix = midiEvent.Payload.Span is [var channel and <= 15, ..] ? channel : null;
            }
            else if (midiEvent.Status < 0xF0)
            {
                prefix = null;
            }

            if (prefix is { } named && midiEvent.MetaType is MidiMetaType.InstrumentName or MidiMetaType.TrackName && midiEvent.Text.Length > 0)
            {
                channelNames.TryAdd(named, midiEvent.Text);
            }

            if (midiEvent.Kind is MidiEventKind.NoteOn or MidiEventKind.NoteOff)
            {
                keys.Add(new KeyEvent(tick, new Pitch(midiEvent.Data1), midiEvent.IsPress ? midiEvent.Data2 : 0, midiEvent.Channel));
            }
            else if (midiEvent.Kind == MidiEventKind.ProgramChange)
            {
                programs.Add(new ProgramChange(tick, midiEvent.Channel, midiEvent.Data1));
            }
            else if (midiEvent.TryGetTempo(out int microseconds) && microseconds > 0)
            {
                _tempos.Add(new TempoChange(tick, microseconds));
            }
            else if (midiEvent.TryGetTimeSignature(out int numerator, out int power) && numerator > 0)
            {
                Meter meter = new(numerator, 1 << Math.Min(power, HighestDenominatorPower));
                _meters.Add(new MeterChange(tick, meter, _tracks.Count, keys.Count));
            }
            else if (name.Length == 0 && midiEvent.MetaType == MidiMetaType.TrackName)
            {
                name = midiEvent.Text;
            }
        }

        _tracks.Add(new ScoreTrack(keys, name, programs, start + track.EndTick, channelNames));
    }

    /// <summary>A pattern knows nothing of the one before: it starts at 120 quarters a minute, with a bar of 4/4.</summary>
    private void RestoreDefaults(long start)
    {
        if (_tempos.Count > 0 && _tempos[^1].MicrosecondsPerQuarter != TempoMap.DefaultMicrosecondsPerQuarter)
        {
            _tempos.Add(new TempoChange(start, TempoMap.DefaultMicrosecondsPerQuarter));
        }

        _meters.Add(new MeterChange(start, Meter.Common, _tracks.Count));
    }

    /// <summary>
    /// For ticks that divide seconds: a quarter is half a second, in whole ticks, and a tempo makes up for what that rounds off.
    /// </summary>
    private int CountSeconds()
    {
        MidiDivision division = _file.Division;
        int nominalRate = division.FrameRate == 29 ? 30 : division.FrameRate;
        int ticksPerQuarter = Math.Max(1, nominalRate * division.TicksPerFrame / 2);
        int microseconds = (int)Math.Round(1e6 * ticksPerQuarter / division.TicksPerSecond);
        _tempos.Clear();
        if (microseconds != TempoMap.DefaultMicrosecondsPerQuarter && _tracks.Count > 0)
        {
            _tempos.Add(new TempoChange(0, microseconds));
        }

        return ticksPerQuarter;
    }
}
