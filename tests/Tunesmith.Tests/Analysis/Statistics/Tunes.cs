using CsCheck;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Music;

namespace Tunesmith.Tests.Analysis.Statistics;

/// <summary>Melodies written as numbers: MIDI pitches, a rest, or the note before held on.</summary>
internal static class Tunes
{
    /// <summary>Silence.</summary>
    public const int R = -1;

    /// <summary>The note goes on.</summary>
    public const int H = -2;

    /// <summary>Random melodies of up to 120 steps on several grids, in meters that change, with upbeats and without.</summary>
    public static Gen<Melody> Any { get; } = Gen.Select(
        Gen.OneOf(Gen.Int[50, 70], Gen.Int[60, 62], Gen.Const(R), Gen.Const(H), Gen.Const(H)).Array[0, 120],
        OneOf(1, 2, 3, 4, 12),
        AnyMeters(30)).Select((steps, grid, meters) => Of(steps, grid, meters));

    /// <summary>The notes of a melody.</summary>
    public static SongNotes Notes(params int[] steps) => SongNotes.Of(Of(steps));

    /// <summary>A melody, by default with a step of a quarter, in 4/4.</summary>
    public static Melody Of(int[] steps, int grid = 1, MeterMap? meters = null)
    {
        Pitch? sounding = null;
        MelodyStep[] heard = Array.ConvertAll(steps, step =>
        {
            sounding = step switch { H => sounding, R => null, _ => new Pitch(step) };
            return sounding is not { } pitch ? MelodyStep.Rest : step == H ? MelodyStep.Hold(pitch) : MelodyStep.Onset(pitch);
        });
        return new Melody(heard, grid, meters: meters);
    }

    /// <summary>Up to four changes of meter, the first perhaps before the start.</summary>
    public static Gen<MeterMap> AnyMeters(int lastTick) => Gen.Select(
        Gen.Int[-12, lastTick],
        OneOf(new Meter(4, 4), new Meter(3, 4), new Meter(6, 8), new Meter(5, 8), new Meter(2, 2), new Meter(1, 16)))
        .Select((tick, meter) => new MeterChange(tick, meter)).Array[0, 4].Select(changes => new MeterMap(changes));

    /// <summary>Any of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>A song of notes given by onset, length, pitch and channel, at 480 ticks a quarter.</summary>
    public static SongNotes Song(params (long Onset, long Length, int Pitch, int Channel)[] notes) => SongNotes.Of(new Score(
        480, [ScoreTrack.FromNotes(notes.Select(note => new Note(note.Onset, note.Length, new Pitch(note.Pitch), 64, note.Channel)))]));
}
