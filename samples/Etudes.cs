// Writes the practice tunes of samples/songs: dotnet run samples/Etudes.cs -- FOLDER
//
// An étude here is a few bar-long figures, and phrases that say on which chord each is played: a question that stops on the dominant,
// an answer that comes home, a middle that wanders, and the answer again. The same figure on another chord is a sequence, the oldest
// way to make much of little; it is also what a network can learn.
#:project ../src/Tunesmith/Tunesmith.csproj

using Tunesmith.Music;

if (args.Length != 1)
{
    Console.Error.WriteLine("Expected one argument, the folder to write to: dotnet run samples/Etudes.cs -- FOLDER");
    return 2;
}

// A figure has a sign for each sixteenth of its bar: a digit strikes the note so many steps of the scale above the root of the chord,
// a dot goes on holding. A bar of a phrase is the number of its chord and the letter of its figure: H stops halfway, on the dominant;
// K leads back to the tonic, and Z ends there.
Etude[] etudes =
[
    new("Stairs", "C5 major", Beats: 4, Tempo: 100, Bass: "0.......4.......")
    {
        Figures = new()
        {
            ['A'] = "0.1.2.3.4.3.2.1.", ['B'] = "4.3.2.1.0.2.4.2.",
            ['H'] = "4.5.4.2.0.......", ['K'] = "4.5.6.4.2.3.4.2.", ['Z'] = "0.2.4.2.0.......",
        },
        Phrases = ["1A 4A 1B 5H", "1A 4A 5K 1Z", "6A 2A 5A 1B", "1A 4A 5K 1Z"],
    },
    new("Fountain", "G4 major", Beats: 4, Tempo: 112, Bass: "0...4...7...4...")
    {
        Figures = new()
        {
            ['A'] = "0.2.4.7.4.2.4.2.", ['B'] = "7.4.2.4.0.2.4.2.",
            ['H'] = "4.2.0.2.4.......", ['K'] = "0.2.4.6.5.4.3.2.", ['Z'] = "0.4.2.4.0.......",
        },
        Phrases = ["1A 6A 4A 5H", "1A 6A 5K 1Z", "4B 1B 2A 5H", "1A 6A 5K 1Z"],
    },
    new("Question and Answer", "F4 major", Beats: 4, Tempo: 88, Bass: "0.......2...4...")
    {
        Figures = new()
        {
            ['A'] = "2...3.4.2...1.0.", ['B'] = "4...2.3.4.......",
            ['H'] = "2.1.0.1.2.......", ['K'] = "4.3.2.3.1...2...", ['Z'] = "0...2.1.0.......",
        },
        Phrases = ["1A 4B 1A 5H", "1A 4B 5K 1Z", "6A 3B 4A 5H", "1A 4B 5K 1Z"],
    },
    new("Echo", "D4 major", Beats: 2, Tempo: 96, Bass: "0...4...")
    {
        Figures = new()
        {
            ['A'] = "0.124.2.", ['B'] = "4.210.2.",
            ['H'] = "0.2.4...", ['K'] = "4.343.2.", ['Z'] = "0.4.0...",
        },
        Phrases =
        [
            "1A 1B 4A 4B", "1A 1B 5A 5H", "1A 1B 4A 4B", "5K 1B 5K 1Z",
            "6A 6B 3A 3B", "4A 4B 5A 5H", "1A 1B 4A 4B", "5K 1B 5K 1Z",
        ],
    },
    new("Rain", "A4 minor", Beats: 4, Tempo: 84, Bass: "0.......7.......")
    {
        Figures = new()
        {
            ['A'] = "0242724202427242", ['B'] = "7424042474240424",
            ['H'] = "024204240.......", ['K'] = "0242464264206462", ['Z'] = "024274240.......",
        },
        Phrases = ["1A 4A 5B 1B", "1A 6A 4A 5H", "1A 4A 7A 3B", "6A 4B 5K 1Z"],
    },
    new("Lantern", "E4 minor", Beats: 4, Tempo: 76, Bass: "0...4.......4...")
    {
        Figures = new()
        {
            ['A'] = "4..32...1.2.0...", ['B'] = "2..34...5.4.2...",
            ['H'] = "4..20...4.......", ['K'] = "4..64...2.4.2...", ['Z'] = "0.......2..10...",
        },
        Phrases = ["1A 4A 6B 5H", "1A 4A 5K 1Z", "3A 7A 6B 5H", "1A 4A 5K 1Z"],
    },
    new("Tin March", "Bb4 major", Beats: 2, Tempo: 112, Bass: "0...4...")
    {
        Figures = new()
        {
            ['A'] = "4..32.0.", ['B'] = "0..24.7.",
            ['H'] = "4.2.0...", ['K'] = "4..64.2.", ['Z'] = "0.4.0...",
        },
        Phrases =
        [
            "1B 1A 4B 4A", "1B 1A 2A 5H", "1B 1A 4B 4A", "5K 1A 5K 1Z",
            "6B 6A 2B 2A", "5B 5A 1B 5H", "1B 1A 4B 4A", "5K 1A 5K 1Z",
        ],
    },
    new("Waterwheel", "D4 minor", Beats: 4, Tempo: 92, Bass: "0...2...4...2...")
    {
        Figures = new()
        {
            ['A'] = "2.3.2.1.0.2.4.2.", ['B'] = "4.5.4.2.0.2.1.0.",
            ['H'] = "4.2.0.2.4.......", ['K'] = "0.2.4.2.6.4.3.2.", ['Z'] = "0.2.1.2.0.......",
        },
        Phrases = ["1A 4A 1B 5H", "1A 4A 5K 1Z", "6A 3A 4B 5H", "1A 6A 5K 1Z"],
    },
    new("Thirds", "Eb4 major", Beats: 4, Tempo: 104, Bass: "0.......4.......")
    {
        Figures = new()
        {
            ['A'] = "0.2.1.3.2.4.3.5.", ['B'] = "5.3.4.2.3.1.2.0.",
            ['H'] = "4.2.3.1.0.......", ['K'] = "0.2.1.3.2.4.3.2.", ['Z'] = "0.2.4.2.0.......",
        },
        Phrases = ["1A 2A 3B 5H", "1A 4B 5K 1Z", "4B 3B 2B 5H", "1A 4B 5K 1Z"],
    },
    new("Skipping Rope", "A4 major", Beats: 2, Tempo: 126, Bass: "0...4...")
    {
        Figures = new()
        {
            ['A'] = "0.1.2342", ['B'] = "4.3.2120",
            ['H'] = "2.1.0...", ['K'] = "4.3.2342", ['Z'] = "0.4.0...",
        },
        Phrases =
        [
            "1A 1B 4A 1B", "1A 1B 2B 5H", "1A 1B 4A 1B", "4B 5K 5K 1Z",
            "5A 5B 1A 1B", "2A 2B 5A 5H", "1A 1B 4A 1B", "4B 5K 5K 1Z",
        ],
    },
    new("Weathercock", "G4 minor", Beats: 4, Tempo: 96, Bass: "0.......4...2...")
    {
        Figures = new()
        {
            ['A'] = "4.3.2.1.2...0...", ['B'] = "0.2.4.3.2...1...",
            ['H'] = "4...2...0.......", ['K'] = "0.2.4.6.4...2...", ['Z'] = "0...2.4.0.......",
        },
        Phrases = ["1A 4A 7A 3A", "6A 2A 5K 1Z", "3B 7B 6B 5H", "1A 4A 5K 1Z"],
    },
    new("Bells", "B4 minor", Beats: 4, Tempo: 72, Bass: "0...............")
    {
        Figures = new()
        {
            ['A'] = "4..7..4..2..0.2.", ['B'] = "0..2..4..7..4.2.",
            ['H'] = "4..2..0.........", ['K'] = "0..4..6..4..3.2.", ['Z'] = "0..4..2..0......",
        },
        Phrases = ["1A 6B 4A 5H", "1A 6B 5K 1Z", "4B 7B 3A 5H", "1A 6A 5K 1Z"],
    },
];

Directory.CreateDirectory(args[0]);
foreach (Etude etude in etudes)
{
    etude.ToScore().Save(Path.Combine(args[0], etude.FileName));
}

Console.WriteLine($"{etudes.Length} études in {args[0]}");
return 0;

/// <summary>A practice tune.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Key">The melody's tonic and the mode, such as <c>Bb4 major</c>.</param>
/// <param name="Beats">Quarters in a bar.</param>
/// <param name="Tempo">Quarters a minute.</param>
/// <param name="Bass">The figure that the bass plays in every bar.</param>
internal sealed record Etude(string Title, string Key, int Beats, int Tempo, string Bass)
{
    private const int TicksPerQuarter = 96;
    private const int Sixteenth = TicksPerQuarter / 4;
    private static readonly int[] Major = [0, 2, 4, 5, 7, 9, 11];
    private static readonly int[] Minor = [0, 2, 3, 5, 7, 8, 10];

    /// <summary>The figures by their letters.</summary>
    public required Dictionary<char, string> Figures { get; init; }

    /// <summary>The phrases, four bars each.</summary>
    public required string[] Phrases { get; init; }

    /// <summary>Such as <c>Bells - Etude in B minor.mid</c>.</summary>
    public string FileName => $"{Title} - Etude in {(Key[1] == 'b' ? $"{Key[0]} flat" : Key[0])} {(IsMinor ? "minor" : "major")}.mid";

    private bool IsMinor => Key.EndsWith("minor", StringComparison.Ordinal);

    /// <summary>The tune: a melody, and a bass two octaves below.</summary>
    public Score ToScore()
    {
        List<Note> melody = [];
        List<Note> bass = [];
        string[] bars = [.. Phrases.SelectMany(phrase => phrase.Split(' '))];
        for (int bar = 0; bar < bars.Length; bar++)
        {
            int chord = bars[bar][0] - '0';
            int start = bar * Beats * TicksPerQuarter;
            Play(melody, Figures[bars[bar][1]], chord, start, octaves: 0, channel: 0, velocity: 84);
            Play(bass, bar < bars.Length - 1 ? Bass : "0".PadRight(Bass.Length, '.'), chord, start, octaves: -2, channel: 1, velocity: 60);
        }

        return new Score(
            TicksPerQuarter,
            [
                ScoreTrack.FromNotes(melody, "Melody", [new ProgramChange(0, Channel: 0, Program: 0)]),
                ScoreTrack.FromNotes(bass, "Bass", [new ProgramChange(0, Channel: 1, Program: 0)]),
            ],
            new TempoMap([new TempoChange(0, 60_000_000 / Tempo)]),
            new MeterMap(new Meter(Beats, 4)));
    }

    // The strong beat is struck a little harder; a note lasts until the next sign that is not a dot.
    private void Play(List<Note> notes, string figure, int chord, int start, int octaves, int channel, int velocity)
    {
        for (int at = 0; at < figure.Length; at++)
        {
            if (figure[at] != '.')
            {
                int length = 1 + figure[(at + 1)..].TakeWhile(sign => sign == '.').Count();
                Pitch pitch = PitchOf(chord, figure[at] - '0', octaves);
                notes.Add(new Note(start + (at * Sixteenth), length * Sixteenth, pitch, at == 0 ? velocity + 8 : velocity, channel));
            }
        }
    }

    // Chords 5 to 7 stand below the tonic, so that the tune stays together. Over the dominant a minor key raises its seventh.
    private Pitch PitchOf(int chord, int above, int octaves)
    {
        int step = (chord >= 5 ? chord - 8 : chord - 1) + above + 7; // of the scale, from an octave below the tonic
        int semitones = (IsMinor ? Minor : Major)[step % 7] + (12 * ((step / 7) - 1 + octaves));
        bool isLeadingTone = IsMinor && chord == 5 && step % 7 == 6;
        return new Pitch(Pitch.Parse(Key.Split(' ')[0]).Number + semitones + (isLeadingTone ? 1 : 0));
    }
}
