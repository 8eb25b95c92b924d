using System.Globalization;

namespace Tunesmith.Music;

/// <summary>The names of General MIDI: of the instruments, and of the drums of its percussion channel.</summary>
public static class GeneralMidi
{
    /// <summary>The channel of the drums, counted from 0.</summary>
    public const int DrumChannel = 9;

    private const int LowestDrum = 27;

    private static readonly string[] Instruments =
    [
        "grand piano", "bright piano", "electric grand", "honky-tonk piano",
        "electric piano 1", "electric piano 2", "harpsichord", "clavinet",
        "celesta", "glockenspiel", "music box", "vibraphone", "marimba", "xylophone", "tubular bells", "dulcimer",
        "drawbar organ", "percussive organ", "rock organ", "church organ", "reed organ", "accordion", "harmonica", "tango accordion",
        "nylon guitar", "steel guitar", "jazz guitar", "clean guitar",
        "muted guitar", "overdriven guitar", "distortion guitar", "guitar harmonics",
        "acoustic bass", "fingered bass", "picked bass", "fretless bass", "slap bass 1", "slap bass 2", "synth bass 1", "synth bass 2",
        "violin", "viola", "cello", "contrabass", "tremolo strings", "pizzicato strings", "harp", "timpani",
        "string ensemble 1", "string ensemble 2", "synth strings 1", "synth strings 2",
        "choir aahs", "voice oohs", "synth voice", "orchestra hit",
        "trumpet", "trombone", "tuba", "muted trumpet", "french horn", "brass section", "synth brass 1", "synth brass 2",
        "soprano sax", "alto sax", "tenor sax", "baritone sax", "oboe", "english horn", "bassoon", "clarinet",
        "piccolo", "flute", "recorder", "pan flute", "blown bottle", "shakuhachi", "whistle", "ocarina",
        "square lead", "sawtooth lead", "calliope lead", "chiff lead", "charang lead", "voice lead", "fifths lead", "bass and lead",
        "new age pad", "warm pad", "polysynth pad", "choir pad", "bowed pad", "metallic pad", "halo pad", "sweep pad",
        "rain", "soundtrack", "crystal", "atmosphere", "brightness", "goblins", "echoes", "sci-fi",
        "sitar", "banjo", "shamisen", "koto", "kalimba", "bagpipe", "fiddle", "shanai",
        "tinkle bell", "agogo", "steel drums", "woodblock", "taiko drum", "melodic tom", "synth drum", "reverse cymbal",
        "fret noise", "breath noise", "seashore", "bird tweet", "telephone ring", "helicopter", "applause", "gunshot",
    ];

    // From 27 on; General MIDI itself names 35 to 81, the others are General MIDI 2's.
    private static readonly string[] Drums =
    [
        "high Q", "slap", "scratch push", "scratch pull", "sticks", "square click", "metronome click", "metronome bell",
        "bass drum 2", "bass drum 1", "side stick", "snare 1", "hand clap", "snare 2",
        "low floor tom", "closed hi-hat", "high floor tom", "pedal hi-hat", "low tom", "open hi-hat",
        "low mid tom", "high mid tom", "crash 1", "high tom", "ride 1", "chinese cymbal", "ride bell", "tambourine",
        "splash", "cowbell", "crash 2", "vibraslap", "ride 2", "high bongo", "low bongo",
        "mute conga", "open conga", "low conga", "high timbale", "low timbale", "high agogo", "low agogo",
        "cabasa", "maracas", "short whistle", "long whistle", "short guiro", "long guiro", "claves",
        "high wood block", "low wood block", "mute cuica", "open cuica", "mute triangle", "open triangle",
        "shaker", "jingle bell", "bell tree", "castanets", "mute surdo", "open surdo",
    ];

    /// <summary>The name of an instrument, such as <c>violin</c>.</summary>
    /// <param name="program">0 to 127.</param>
    public static string InstrumentName(int program) => Instruments[program];

    /// <summary>Reads an instrument: its number from 0 to 127, or its name, or a part that only its name has.</summary>
    /// <param name="text">Such as <c>40</c>, <c>violin</c> or <c>Pan Flute</c>; a name that is a part of others is taken whole.</param>
    /// <param name="program">0 to 127, where the text is one.</param>
    /// <param name="names">Where it is none, the instruments that it could mean; empty where there are none.</param>
    /// <returns>Whether the text is one instrument.</returns>
    public static bool TryProgram(string text, out int program, out IReadOnlyList<string> names)
    {
        names = [];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out program))
        {
            return program < Instruments.Length;
        }

        program = Array.FindIndex(Instruments, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (program < 0 && !string.IsNullOrWhiteSpace(text))
        {
            names = Array.FindAll(Instruments, name => name.Contains(text, StringComparison.OrdinalIgnoreCase));
            program = names.Count == 1 ? Array.IndexOf(Instruments, names[0]) : -1;
        }

        return program >= 0;
    }

    /// <summary>The name of a drum, such as <c>snare 1</c>; <c>drum 90</c> where General MIDI names none.</summary>
    /// <param name="key">The key that plays it.</param>
    public static string DrumName(Pitch key)
    {
        int index = key.Number - LowestDrum;
        return index >= 0 && index < Drums.Length ? Drums[index] : FormattableString.Invariant($"drum {key.Number}");
    }
}
