namespace Tunesmith.Music.Abc.Reading;

/// <summary>The voices of a tune, and which of them is being read.</summary>
internal sealed class AbcVoices(AbcReadOptions options, AbcLog log)
{
    /// <summary>The most voices of a tune.</summary>
    public const int Most = 1_000;

    private readonly AbcVoice _first = new(""); // what holds for voices that are still to come
    private readonly Dictionary<string, string> _settings = []; // what V: in the head says of a voice
    private readonly Dictionary<string, AbcVoiceReader> _byId = [];
    private readonly List<AbcVoice> _all = [];
    private AbcVoiceReader? _current;
    private Fraction? _unit;
    private (string Value, AbcPlace Place)? _tempo;
    private (char Name, AbcPlace Place) _part;
    private int _parts;

    /// <summary>The voices in the order in which they begin.</summary>
    public IReadOnlyList<AbcVoice> All => _all;

    /// <summary>The voice that is read; the one without a name where none was chosen.</summary>
    public AbcVoiceReader Current
    {
        get
        {
            _current ??= ReaderOf("");
            AbcVoice voice = _current.Voice;
            if (voice.PartsSeen < _parts)
            {
                voice.PartsSeen = _parts;
                voice.Add(new AbcPart(_part.Place, _part.Name));
            }

            return _current;
        }
    }

    private AbcVoice Held => _current?.Voice ?? _first;

    /// <summary>Goes on with another voice, and takes what the field says of it.</summary>
    public void Choose(string value, bool inHead)
    {
        string trimmed = value.Trim();
        int space = trimmed.AsSpan().IndexOfAny(' ', '\t');
        string id = space < 0 ? trimmed : trimmed[..space];
        string settings = space < 0 ? "" : trimmed[space..];
        if (inHead)
        {
            _settings[id] = settings;
            return;
        }

        _current = ReaderOf(id);
        Apply(settings, _current.Voice);
    }

    /// <summary>Sets the meter from here on.</summary>
    public void SetMeter(Meter? meter, AbcPlace place)
    {
        Held.Meter = meter;
        _current?.Voice.Add(new AbcMeter(place, meter));
    }

    /// <summary>Sets the length of notes without one.</summary>
    public void SetUnit(Fraction unit)
    {
        if (_current is null)
        {
            _unit = unit;
        }

        Held.Unit = unit;
    }

    /// <summary>Sets the tempo from here on. In the head it waits for the unit length, which may stand after it.</summary>
    public void SetTempo(string value, AbcPlace place)
    {
        if (_current is null)
        {
            _tempo = (value, place);
        }
        else
        {
            AddTempo(_current.Voice, value, place);
        }
    }

    /// <summary>Sets the key from here on.</summary>
    public void SetKey(AbcKeyField field, bool inHead)
    {
        Held.Key = field.Key ?? Held.Key;
        Held.Shift = field.Shift ?? Held.Shift;
        if (inHead)
        {
            _first.Unit = _unit ?? AbcMeterField.DefaultUnit(_first.Meter);
        }
    }

    /// <summary>Begins a part in every voice that has more music.</summary>
    public void BeginPart(char name, AbcPlace place)
    {
        _part = (name, place);
        _parts++;
    }

    private AbcVoiceReader ReaderOf(string id)
    {
        if (_byId.TryGetValue(id, out AbcVoiceReader? reader))
        {
            return reader;
        }

        if (_all.Count == Most)
        {
            log.Add(new AbcPlace(1, 1), $"at most {Most} voices", "more", "the rest is read as one");
            return _byId[id] = _byId[_all[^1].Id];
        }

        AbcVoice voice = new(id)
        {
            Key = _first.Key,
            Meter = _first.Meter,
            Unit = _unit ?? AbcMeterField.DefaultUnit(_first.Meter),
            Shift = _first.Shift,
        };
        _all.Add(voice);
        voice.Add(new AbcMeter(default, voice.Meter));
        if (_all.Count == 1 && _tempo is { } tempo)
        {
            AddTempo(voice, tempo.Value, tempo.Place);
        }

        if (_settings.TryGetValue(id, out string? settings))
        {
            Apply(settings, voice);
        }

        return _byId[id] = new AbcVoiceReader(voice, options, log);
    }

    private void AddTempo(AbcVoice voice, string value, AbcPlace place)
    {
        if (AbcTempoField.Read(value, voice.Unit, place, log) is { } microseconds)
        {
            voice.Add(new AbcTempo(place, microseconds));
        }
    }

    private static void Apply(string settings, AbcVoice voice)
    {
        voice.Shift = AbcKeyField.ReadShift(settings) ?? voice.Shift;
        foreach (string key in (ReadOnlySpan<string>)["name=\"", "nm=\""])
        {
            int start = settings.IndexOf(key, StringComparison.OrdinalIgnoreCase);
            int end = start < 0 ? -1 : settings.IndexOf('"', start + key.Length);
            if (end >= 0)
            {
                voice.Name = AbcText.Unescape(settings[(start + key.Length)..end]);
            }
        }
    }
}
