using CsCheck;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Voices;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Voices;

/// <summary>A skyline beside what it means, worked out step by step and note by note.</summary>
public sealed class SkylineTests
{
    private const int TicksPerQuarter = 24;

    private static readonly StepGrid Grid = new(4);

    private static readonly Gen<Note[]> Notes = Gen
        .Select(
            Gen.Long[0, 100],
            Gen.Long[0, 40],
            Gen.Int[60, 66],
            (onset, length, pitch) => new Note(onset, length, new Pitch(pitch), 64, 0))
        .Array[1, 40];

    [Fact]
    public void The_highest_note_that_sounds_is_heard_at_each_step() => Notes.Sample(notes => Agree(notes, lowest: false));

    [Fact]
    public void The_lowest_note_that_sounds_is_heard_at_each_step() => Notes.Sample(notes => Agree(notes, lowest: true));

    [Fact]
    public void Notes_that_give_way_in_their_step_are_counted() => Gen.Select(Notes, Gen.Bool).Sample((notes, lowest) =>
    {
        Skyline skyline = Skyline.Of(notes, TicksPerQuarter, Grid, lowest);
        MelodyStep[] voice = skyline.Voice();
        return skyline.CountCrowded(voice) == CountCrowded(notes, voice, lowest);
    });

    private static bool Agree(Note[] notes, bool lowest)
    {
        MelodyStep[] voice = Skyline.Of(notes, TicksPerQuarter, Grid, lowest).Voice();
        return voice.Length == notes.Max(EndOf) && Enumerable.Range(0, voice.Length).All(step => voice[step] == Heard(notes, step, lowest));
    }

    private static MelodyStep Heard(Note[] notes, int step, bool lowest)
    {
        Note[] sounding = [.. notes.Where(note => OnsetOf(note) <= step && step < EndOf(note))];
        if (sounding.Length == 0)
        {
            return MelodyStep.Rest;
        }

        Pitch top = lowest ? sounding.Min(note => note.Pitch) : sounding.Max(note => note.Pitch);
        return sounding.Any(note => note.Pitch == top && OnsetOf(note) == step) ? MelodyStep.Onset(top) : MelodyStep.Hold(top);
    }

    private static int CountCrowded(Note[] notes, MelodyStep[] voice, bool lowest) => notes.GroupBy(OnsetOf).Sum(step =>
    {
        Note[] tops =
        [
            .. step.GroupBy(note => note.Onset).OrderBy(chord => chord.Key)
                .Select(chord => lowest ? chord.MinBy(note => note.Pitch) : chord.MaxBy(note => note.Pitch)),
        ];
        int kept = Array.FindIndex(tops, note => note.Pitch == voice[step.Key].Pitch);
        return kept < 0
            ? 0
            : tops.Count(note => note.Onset != tops[kept].Onset && (note.End <= tops[kept].Onset || tops[kept].End <= note.Onset));
    });

    private static int OnsetOf(Note note) => (int)Grid.StepOf(note.Onset, TicksPerQuarter);

    private static int EndOf(Note note) => Math.Max(OnsetOf(note) + 1, (int)Grid.StepOf(note.End, TicksPerQuarter));
}
