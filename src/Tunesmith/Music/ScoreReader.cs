using Tunesmith.Midi;

namespace Tunesmith.Music;

/// <summary>Makes a song of a MIDI file's events.</summary>
internal sealed class ScoreReader
{
    private const byte HighestData = 127;

    private readonly MidiFile _file;
    private readonly List<ScoreTrack> _tracks = [];
    private readonly List<TempoChange> _tempos = [];
    private readonly List<MeterChange> _meters = [];
    private readonly List<KeyEvent> _keys = []; // of the track that is read
    private readonly List<ProgramChange> _programs = [];
    private readonly List<ControlChange> _controls = [];
    private readonly List<PitchBend> _bends = [];

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
        _keys.Clear();
        _programs.Clear();
        _controls.Clear();
        _bends.Clear();
        TrackNames names = new();
        if (start > 0)
        {
            RestoreDefaults(start);
        }

        foreach (ref readonly MidiRecord record in track.Events.Records)
        {
            long tick = start + record.Tick;
            if (record.Status == 0xFF)
            {
                MidiEvent midiEvent = track.Events.Of(record);
                names.Add(midiEvent);
                AddChange(midiEvent, tick);
                continue;
            }

            // A data byte over 127 breaks the format, and is as much as can be.
            int data1 = Math.Min(record.Data1, HighestData);
            if (record.Status < 0xA0)
            {
                int velocity = record.Status < 0x90 ? 0 : Math.Min(record.Data2, HighestData);
                _keys.Add(new KeyEvent(tick, new Pitch(data1), velocity, record.Status & 0x0F));
            }
            else if (record.Status is >= 0xC0 and < 0xD0)
            {
                _programs.Add(new ProgramChange(tick, record.Status & 0x0F, data1));
            }
            else if (record.Status is >= 0xB0 and < 0xC0)
            {
                _controls.Add(new ControlChange(tick, record.Status & 0x0F, data1, Math.Min(record.Data2, HighestData), _keys.Count));
            }
            else if (record.Status is >= 0xE0 and < 0xF0)
            {
                int bend = (Math.Min(record.Data2, HighestData) << 7) + data1 - 8192;
                _bends.Add(new PitchBend(tick, record.Status & 0x0F, bend, _keys.Count));
            }

            names.Prefix = record.Status < 0xF0 ? null : names.Prefix;
        }

        _tracks.Add(new ScoreTrack(_keys, names.Track, _programs, start + track.EndTick, names.Channels, _controls, _bends));
    }

    private void AddChange(in MidiEvent midiEvent, long tick)
    {
        if (midiEvent.TryGetTempo(out int microseconds) && microseconds > 0)
        {
            _tempos.Add(new TempoChange(tick, microseconds));
        }
        else if (midiEvent.TryGetTimeSignature(out int numerator, out int denominator) && numerator > 0)
        {
            _meters.Add(new MeterChange(tick, new Meter(numerator, denominator), _tracks.Count, _keys.Count));
        }
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

    /// <summary>The names that a track gives itself and its channels: the first of each that is not empty.</summary>
    private sealed class TrackNames
    {
        public string Track { get; private set; } = "";

        public Dictionary<int, string> Channels { get; } = [];

        /// <summary>The channel that names belong to, until the next event of a channel.</summary>
        public int? Prefix { get; set; }

        public void Add(in MidiEvent midiEvent)
        {
            if (midiEvent.MetaType == MidiMetaType.ChannelPrefix)
            {
                Prefix = midiEvent.Payload.Span is [var channel and <= 15, ..] ? channel : null;
                return;
            }

            if (midiEvent.MetaType is not (MidiMetaType.TrackName or MidiMetaType.InstrumentName) || midiEvent.Payload.IsEmpty)
            {
                return;
            }

            if (Prefix is { } named && !Channels.ContainsKey(named))
            {
                Channels.Add(named, midiEvent.Text);
            }

            if (Track.Length == 0 && midiEvent.MetaType == MidiMetaType.TrackName)
            {
                Track = midiEvent.Text;
            }
        }
    }
}
