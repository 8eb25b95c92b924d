using CsCheck;
using Tunesmith.Analysis.Originality;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Originality;

/// <summary>Songs that tests make by chance, as pitches and the steps from each onset to the next.</summary>
internal static class MadeSongs
{
    /// <summary>Few pitches and times, so that much is shared.</summary>
    public static Gen<(int Pitch, int Steps)[]> Alike(int most) =>
        Gen.Select(Gen.Int[60, 62], Gen.Frequency((4, Gen.Const(2)), (1, Gen.Int[1, 4]))).Array[0, most];

    /// <summary>Many pitches and times, so that nothing long is shared by accident.</summary>
    public static (int Pitch, int Steps)[] Different(Random random, int notes) =>
        [.. Enumerable.Range(0, notes).Select(_ => (random.Next(50, 75), 6 * random.Next(1, 7)))];

    /// <summary>A melody that strikes the notes one after another.</summary>
    /// <param name="notes">The notes.</param>
    /// <param name="stepsPerQuarter">The grid.</param>
    public static Melody Melody(IEnumerable<(int Pitch, int Steps)> notes, int stepsPerQuarter = 12) => new(
        [.. notes.SelectMany(note => Enumerable.Repeat(MelodyStep.Hold(new Pitch(note.Pitch)), note.Steps - 1)
            .Prepend(MelodyStep.Onset(new Pitch(note.Pitch))))],
        stepsPerQuarter);

    /// <summary>Songs, each of its own title.</summary>
    public static OriginalitySong[] Songs(params IEnumerable<(int Pitch, int Steps)[]> songs) =>
        [.. songs.Select((song, number) => Song($"song {number}", number, song))];

    /// <summary>An index of songs.</summary>
    public static OriginalityIndex Index(OriginalitySong[] songs) =>
        OriginalityIndex.Build(songs, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>A song.</summary>
    public static OriginalitySong Song(string name, int group, (int Pitch, int Steps)[] notes) =>
        new(name, group, [MelodyNotes.Of(Melody(notes))]);

    /// <summary>Some notes moved up, and made longer or shorter.</summary>
    public static (int Pitch, int Steps)[] Change((int Pitch, int Steps)[] notes, int semitones, double stretch) =>
        [.. notes.Select(note => (note.Pitch + semitones, (int)(note.Steps * stretch)))];
}
