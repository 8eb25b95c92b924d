// Measures how fast songs are compared with many others, on songs made by chance, and prints Markdown:
//
//     dotnet run -c Release bench/OriginalitySpeed.cs -- [SONGS] [NOTES]        10,000 songs of 200 notes where nothing is given
//
// Half of each song is phrases that songs have in common, so that there is something to find. Each song is heard on one grid; the tool
// hears twice. "Every pair" is the definition tried on every pair of notes, on few songs, with the same answers.
#:project ../src/Tunesmith/Tunesmith.csproj
#:property Optimize=true

using System.Diagnostics;
using System.Globalization;
using Tunesmith.Analysis.Originality;
using Tunesmith.Music;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int songs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
int notes = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
Random random = new(1);
(int Pitch, int Steps)[][] phrases = [.. Enumerable.Range(0, 2_000).Select(_ => Phrase())];
Melody[] melodies = [.. Enumerable.Range(0, songs).Select(_ => Made())];
Melody[] unseen = [.. Enumerable.Range(0, 20).Select(_ => Made())];

Console.WriteLine("| songs | notes | index | bytes a note | judge a song | its figures alone | every pair |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
foreach (int count in (int[])[Math.Min(100, songs), songs])
{
    OriginalitySong[] corpus = [.. melodies.Take(count).Select((song, number) => new OriginalitySong("", number, [MelodyNotes.Of(song)]))];
    double build = Best(3, () => OriginalityIndex.Build(corpus));
    OriginalityIndex index = OriginalityIndex.Build(corpus);
    double judge = Best(50, () => Array.ForEach(unseen, song => index.Judge(song))) / unseen.Length;
    double measure = Best(50, () => Array.ForEach(unseen, song => index.Measure(song))) / unseen.Length;
    string naive = "-";
    if (count <= 100)
    {
        (int[] Pitches, int[] Onsets)[] others = [.. melodies.Take(count).Select(NotesOf)];
        int found = 0;
        double pairs = Best(20, () => found = others.Max(other => Longest(NotesOf(unseen[0]), other)));
        naive = $"{1000 * pairs:0.0} ms, {pairs / measure:N0} times its figures";
        if (found != index.Judge(unseen[0]).LongestSharedNotes)
        {
            Console.Error.WriteLine("The index and every pair disagree.");
            return 1;
        }
    }

    Console.WriteLine(
        $"| {count:N0} | {index.Notes:N0} | {build:0.00} s | {(double)index.Bytes / index.Notes:0.0} | {1000 * judge:0.00} ms "
        + $"| {1000 * measure:0.00} ms | {naive} |");
}

return 0;

static double Best(int rounds, Action work)
{
    work(); // compiled
    double best = double.PositiveInfinity;
    for (int round = 0; round < rounds; round++)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    return best;
}

static (int[] Pitches, int[] Onsets) NotesOf(Melody melody)
{
    int[] onsets = [.. Enumerable.Range(0, melody.Length).Where(step => melody.Steps[step].IsOnset)];
    return (Array.ConvertAll(onsets, step => melody.Steps[step].Pitch!.Value.Number), onsets);
}

static int Longest((int[] Pitches, int[] Onsets) one, (int[] Pitches, int[] Onsets) other)
{
    int longest = 0;
    for (int a = 0; a < one.Pitches.Length; a++)
    {
        for (int b = 0; b < other.Pitches.Length; b++)
        {
            int n = 1;
            while (a + n < one.Pitches.Length && b + n < other.Pitches.Length
                && one.Pitches[a + n] - one.Pitches[a + n - 1] == other.Pitches[b + n] - other.Pitches[b + n - 1]
                && (n == 1 || Distance(one, a + n) * Distance(other, b + n - 1) == Distance(other, b + n) * Distance(one, a + n - 1)))
            {
                n++;
            }

            if (n > Math.Max(1, longest) && !IsNobodys(a, n))
            {
                longest = n;
            }
        }
    }

    return longest;

    bool IsNobodys(int first, int n) => Enumerable.Range(1, n - 1).All(k =>
        one.Pitches[first + k] == one.Pitches[first] && Distance(one, first + k) == Distance(one, first + 1));

    static long Distance((int[] Pitches, int[] Onsets) song, int note) => song.Onsets[note] - song.Onsets[note - 1];
}

(int Pitch, int Steps)[] Phrase() =>
    [.. Enumerable.Range(0, 4 + random.Next(12)).Select(_ => (60 + random.Next(13), 1 << random.Next(4)))];

Melody Made()
{
    List<(int Pitch, int Steps)> made = [];
    while (made.Count < notes)
    {
        made.AddRange(random.Next(2) == 0 ? phrases[random.Next(phrases.Length)] : Phrase());
    }

    return new Melody([.. made.Take(notes).SelectMany(note => Enumerable
        .Repeat(MelodyStep.Hold(new Pitch(note.Pitch)), note.Steps - 1)
        .Prepend(MelodyStep.Onset(new Pitch(note.Pitch))))]);
}
