// Holds the synthesizer against FluidSynth and a General MIDI bank: dotnet run -c Release .ci/SoundCheck.cs -- FLUIDSYNTH SOUNDFONT FOLDER
//
// For .ci/sound-check. Both play the same notes, each alone and with neither reverb nor chorus: two of every program, and the keys of the
// drum kit. Three things are measured of each note on both sides, in the same way:
//
// - its onset: the first sample above a twentieth of the loudest of the note's first 0.3 seconds;
// - its pitch, of the programs that have one: the spectral peak within 60 cents of what the key should sound, under a Hann window of a
//   second;
// - its loudness: the root of the mean square of its first half second.
//
// What is struck or plucked has to begin within 5 ms of FluidSynth's note, all else within 30 ms; pitches have to be within 10 cents, or
// ours in tune where the bank is not; and no note may be silent. FOLDER receives the numbers of every note, as notes.txt.
#:project ../src/Tunesmith/Tunesmith.csproj

using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Tunesmith.Audio;
using Tunesmith.Music;

const int Rate = 44_100;
const int TicksPerSecond = 960; // 480 a quarter, 120 quarters a minute
const double Slot = 2.5; // seconds from one note to the next
const double Ahead = 0.05; // before each note
const double Held = 1.3;
const double Cut = 2.25; // what still sounds then is cut off

// Recordings in Debian's bank TimGM6mb that begin late, on some keys. Another bank, FluidR3, has the harp and the whistle within 2 ms of
// ours; of the picked bass both have the noise of the pick before the string.
int[] lateInBank = [34, 46, 78];

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length != 3)
{
    Console.Error.WriteLine("Expected three arguments: dotnet run .ci/SoundCheck.cs -- FLUIDSYNTH SOUNDFONT FOLDER");
    return 2;
}

List<Test> tests =
[
    .. Enumerable.Range(0, 128).SelectMany(program => KeysOf(program).Select(key => new Test(program, key, 0))),
    .. Enumerable.Range(35, 47).Select(key => new Test(0, key, GeneralMidi.DrumChannel)),
];
Directory.CreateDirectory(args[2]);
string midi = Path.Combine(args[2], "notes.mid");
Score song = SongOf(tests);
song.Save(midi);
float[] theirs = FluidSynth(args[0], args[1], midi, Path.Combine(args[2], "fluidsynth.raw"));
RenderOptions soft = new() { Mono = true, Room = 0, Loudness = -30 }; // too soft to be limited
float[] ours = Synthesizer.Render(song, soft).Samples.ToArray();
int needed = (int)(tests.Count * Slot * Rate);
if (ours.Length < needed || theirs.Length < needed)
{
    Console.WriteLine($"Expected {needed} samples of both, found {ours.Length} and {theirs.Length}.");
    return 1;
}

Result[] results =
[
    .. tests.Select((test, index) => new Result(test, Measure(ours, index, test), Measure(theirs, index, test), lateInBank)),
];
File.WriteAllLines(Path.Combine(args[2], "notes.txt"), results.Select(result => result.ToString()));
Console.WriteLine("family               notes  ms apart: median  most   cents apart: median  most   late in bank  out of tune in bank");
foreach (IGrouping<string, Result> family in results.GroupBy(result => result.Test.Family))
{
    Result[] timed = [.. family.Where(result => result.IsOnTime)];
    Result[] tuned = [.. family.Where(result => result.Test.HasPitch && result.AreInTune)];
    string pitch = tuned.Length == 0
        ? $"{"-",20} {"-",5}"
        : $"{Median(tuned.Select(result => Math.Abs(result.CentsApart))),20:0.0} {tuned.Max(result => Math.Abs(result.CentsApart)),5:0.0}";
    Console.WriteLine(
        $"{family.Key,-20} {family.Count(),5}  {Median(timed.Select(result => Math.Abs(result.Apart))),16:0.0} "
        + $"{timed.Max(result => Math.Abs(result.Apart)),5:0.0}   {pitch}   "
        + $"{family.Count(result => result.IsLateInBank),12}  {family.Count(result => result.IsOutOfTuneInBank),19}");
}

Result[] wrong = [.. results.Where(result => result.Faults.Length > 0)];
Array.ForEach(wrong, result => Console.WriteLine(result));
int excused = results.Count(result => result.IsOutOfTuneInBank);
bool isBankInTune = excused * 8 <= results.Length; // most of it, or it is no judge
string tooMany = isBankInTune ? "" : ", too many to judge by it";
Console.WriteLine($"{results.Length} notes, {wrong.Length} wrong; the bank is out of tune in {excused}{tooMany}");
return wrong.Length == 0 && isBankInTune ? 0 : 1;

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}

static int[] KeysOf(int program) => program is >= 32 and < 40 ? [33, 45] : [57, 72];

static Score SongOf(IReadOnlyList<Test> tests)
{
    List<Note> notes = [];
    List<ProgramChange> programs = [];
    List<ControlChange> controls = [];
    for (int index = 0; index < tests.Count; index++)
    {
        long start = (long)(index * Slot * TicksPerSecond);
        programs.Add(new ProgramChange(start, tests[index].Channel, tests[index].Program));
        notes.Add(new Note(
            start + (long)(Ahead * TicksPerSecond), (long)(Held * TicksPerSecond), new Pitch(tests[index].Key), 100, tests[index].Channel));
        controls.Add(new ControlChange(start + (long)(Cut * TicksPerSecond), tests[index].Channel, 120, 0));
    }

    ScoreTrack track = ScoreTrack.FromNotes(notes);
    long end = (long)(((tests.Count * Slot) + 1) * TicksPerSecond);
    return new Score(480, [new ScoreTrack(track.Keys, "", programs, end, controls: controls)]);
}

static float[] FluidSynth(string program, string soundFont, string midi, string output)
{
    string[] form = ["-r", $"{Rate}", "-T", "raw", "-O", "s16", "-E", "little", "-F", output];
    ProcessStartInfo start = new(program, ["-n", "-i", "-q", "-R", "0", "-C", "0", "-g", "0.5", .. form, soundFont, midi]);
    using Process process = Process.Start(start)!;
    process.WaitForExit();
    byte[] bytes = File.ReadAllBytes(output);
    File.Delete(output);
    float[] samples = new float[bytes.Length / 4];
    for (int t = 0; t < samples.Length; t++)
    {
        int left = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(4 * t));
        int right = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan((4 * t) + 2));
        samples[t] = (left + right) / 65_534f;
    }

    return samples;
}

static Heard Measure(float[] samples, int index, Test test)
{
    int start = (int)(((index * Slot) + Ahead) * Rate);
    ReadOnlySpan<float> note = samples.AsSpan(start, (int)((Cut - Ahead) * Rate));
    float peak = 0;
    foreach (float sample in note[..(int)(0.3 * Rate)])
    {
        peak = Math.Max(peak, Math.Abs(sample));
    }

    int onset = 0;
    while (onset < note.Length && !(Math.Abs(note[onset]) > peak / 20))
    {
        onset++;
    }

    double sum = 0;
    foreach (float sample in note[..(Rate / 2)])
    {
        sum += (double)sample * sample;
    }

    double cents = test.HasPitch ? CentsFrom(note.Slice(Rate / 10, Rate), test.Frequency) : 0;
    return new Heard(1000.0 * onset / Rate, cents, 10 * Math.Log10(sum / (Rate / 2)));
}

// How far the strongest frequency near an expected one is from it.
static double CentsFrom(ReadOnlySpan<float> samples, double frequency)
{
    Complex[] spectrum = new Complex[131_072];
    for (int t = 0; t < samples.Length; t++)
    {
        spectrum[t] = samples[t] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * t / samples.Length)));
    }

    Transform(spectrum);
    double width = (double)Rate / spectrum.Length;
    int first = (int)Math.Ceiling(frequency * Math.Pow(2, -60 / 1200.0) / width);
    int last = (int)(frequency * Math.Pow(2, 60 / 1200.0) / width);
    int best = Enumerable.Range(first, last - first + 1).MaxBy(bin => spectrum[bin].Magnitude);
    double before = Math.Log(spectrum[best - 1].Magnitude + 1e-12);
    double here = Math.Log(spectrum[best].Magnitude + 1e-12);
    double after = Math.Log(spectrum[best + 1].Magnitude + 1e-12);
    double shift = Math.Clamp((before - after) / (2 * (before - (2 * here) + after)), -1, 1);
    return 1200 * Math.Log2((best + shift) * width / frequency);
}

// The fast Fourier transform of a power of two, in place.
static void Transform(Complex[] values)
{
    for (int i = 1, j = 0; i < values.Length; i++)
    {
        int bit = values.Length >> 1;
        for (; (j & bit) != 0; bit >>= 1)
        {
            j ^= bit;
        }

        j ^= bit;
        if (i < j)
        {
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    for (int length = 2; length <= values.Length; length <<= 1)
    {
        Complex step = Complex.FromPolarCoordinates(1, -2 * Math.PI / length);
        for (int start = 0; start < values.Length; start += length)
        {
            Complex turn = Complex.One;
            for (int k = start; k < start + (length / 2); k++)
            {
                Complex odd = values[k + (length / 2)] * turn;
                (values[k], values[k + (length / 2)]) = (values[k] + odd, values[k] - odd);
                turn *= step;
            }
        }
    }
}

/// <summary>A note to play.</summary>
internal sealed record Test(int Program, int Key, int Channel)
{
    private static readonly string[] Families =
    [
        "piano", "mallets", "organ", "guitar", "bass", "strings", "ensemble", "brass", "reed", "pipe", "synth lead", "synth pad",
        "synth effects", "plucked of the world", "percussive", "sound effects",
    ];

    /// <summary>The family of General MIDI.</summary>
    public string Family => Channel != 0 ? "drum kit" : Families[Program / 8];

    /// <summary>Whether it is a piano, plucked, or struck with mallets.</summary>
    public bool IsStruck => Channel == 0 && Program is < 16 or (>= 24 and < 40) or 45 or 46 or (>= 104 and <= 108) or 112 or 114;

    /// <summary>How much later than FluidSynth's it may begin, or earlier, in milliseconds.</summary>
    public double Tolerance => IsStruck ? 5 : 30;

    /// <summary>Whether it has a pitch: drums, blocks and noises have none to speak of.</summary>
    public bool HasPitch => Channel == 0 && Program < 115;

    /// <summary>What the key should sound, in Hz. The harmonics of a guitar are two octaves above their key, an agogo one.</summary>
    public double Frequency => 440 * Math.Pow(2, (Key - 69) / 12.0) * (Program == 31 ? 4 : Program == 113 ? 2 : 1);
}

/// <summary>
/// What is heard of a note: its onset in milliseconds, how many cents it is from its pitch, and its level in dB of full scale.
/// </summary>
internal readonly record struct Heard(double Onset, double Cents, double Level);

/// <summary>A note as both play it.</summary>
internal sealed record Result(Test Test, Heard Ours, Heard Theirs, IReadOnlyList<int> LateInBank)
{
    private const double MostCents = 10;
    private const double InTune = 6; // cents from the key's pitch, for an instrument of several players
    private const double Silence = 30; // dB below theirs

    // FluidSynth works in blocks of 64 samples: a note waits for the next block, and is heard one later. A sound font of a single click
    // comes 69 to 131 samples late, 100 in the mean. In milliseconds:
    private const double Latency = 1000 * 100.0 / 44_100;

    /// <summary>How much later ours begins, in milliseconds.</summary>
    public double Apart => Ours.Onset - (Theirs.Onset - Latency);

    public bool IsOnTime => Math.Abs(Apart) <= Test.Tolerance;

    public bool IsLateInBank => !IsOnTime && Apart < 0 && Test.Channel == 0 && LateInBank.Contains(Test.Program);

    public double CentsApart => Ours.Cents - Theirs.Cents;

    public bool AreInTune => Math.Abs(CentsApart) <= MostCents;

    public bool IsOutOfTuneInBank => Test.HasPitch && !AreInTune && Math.Abs(Ours.Cents) <= InTune;

    /// <summary>What is wrong with ours; empty where nothing is.</summary>
    public string Faults => string.Concat(
        IsOnTime || IsLateInBank ? "" : "  ONSET",
        !Test.HasPitch || AreInTune || IsOutOfTuneInBank ? "" : "  PITCH",
        Ours.Level > Theirs.Level - Silence ? "" : "  SILENT");

    public override string ToString() =>
        $"{(Test.Channel == 0 ? $"program {Test.Program}" : "drum"),-11} key {Test.Key}: {Apart,6:0.0} ms apart; "
        + $"{Ours.Cents,6:0.0} cents, theirs {Theirs.Cents,6:0.0}; {Ours.Level,5:0.0} dB, theirs {Theirs.Level,5:0.0}"
        + (IsLateInBank ? "  (late in the bank)" : "") + (IsOutOfTuneInBank ? "  (out of tune in the bank)" : "") + Faults;
}
