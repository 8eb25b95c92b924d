using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Composing.Variations;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing.Variations;

/// <summary>Some bars of a song anew, and all else as it was.</summary>
public sealed class VariedBarsTests
{
    private const int Ticks = 96;

    private static readonly MelodyModel Model = TinySongs.TrainLookBack("melody");
    private static readonly Composer Composer = new(Model);

    /// <summary>A melody of notes and rests on the grid, and where in it bars are composed anew.</summary>
    private static readonly Gen<(Melody Melody, int First, int Steps)> Places = Gen.Select(
        Gen.Select(Gen.Int[48, 72], Gen.Int[1, 6], Gen.Int[0, 4]).Array[12, 40],
        Gen.Int[2, 5],
        Gen.Int[0, 1000],
        Gen.Int[1, 24]).Select((notes, beats, first, steps) =>
        {
            MelodyStep[] melody =
            [
                .. notes.SelectMany(note => Enumerable.Range(0, note.Item2).Select(step =>
                    note.Item3 == 0 ? MelodyStep.Rest
                    : step == 0 ? MelodyStep.Onset(new Pitch(note.Item1))
                    : MelodyStep.Hold(new Pitch(note.Item1)))),
                MelodyStep.Onset(new Pitch(60)),
            ];
            Melody song = new(melody, Composer.Encoding.StepsPerQuarter, meters: new MeterMap([new MeterChange(0, new Meter(beats, 4))]));
            int from = first % (song.Length - 1);
            return (song, from, Math.Min(steps, song.Length - 1 - from));
        });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_song_is_heard_with_its_new_bars_and_all_else_stays() => Places.Sample(
        place =>
        {
            Score score = SongOf(place.Melody);
            Melody heard = Composer.Encoding.Hear(score);
            Assert.Equal(place.Melody.Steps.ToArray(), heard.Steps.ToArray());
            VariedBars bars = new(heard, place.First, place.Steps);
            Composition draft = Draft(bars, 5);
            Melody varied = bars.With(draft);
            Score song = bars.With(score, draft);

            Assert.Equal(heard.Steps[..bars.First].ToArray(), varied.Steps[..bars.First].ToArray());
            Assert.Equal(draft.Melody.Steps[bars.First..].ToArray(), varied.Steps[bars.First..bars.End].ToArray());
            Assert.Equal(varied.Steps.ToArray(), Composer.Encoding.Hear(song).Steps.ToArray());
            Assert.Equal(score.Tracks[1].Keys, song.Tracks[1].Keys);
            Assert.Equal(score.Tracks[0].Controls.Select(control => control.Tick), song.Tracks[0].Controls.Select(control => control.Tick));
            Assert.Equal(score.Meters.Changes, song.Meters.Changes);
            Assert.Equal(score.Tracks[0].EndTick, song.Tracks[0].EndTick);
            int ticks = Ticks / heard.StepsPerQuarter;
            Assert.Equal(
                score.Tracks[0].Notes.Where(note => note.Onset >= bars.End * ticks || note.End < bars.First * ticks),
                song.Tracks[0].Notes.Where(note => note.Onset >= bars.End * ticks || note.End < bars.First * ticks));
            Assert.All(
                song.Tracks[0].Notes.Zip(song.Tracks[0].Notes.Skip(1)),
                pair => Assert.True(pair.First.End <= pair.Second.Onset, "two notes overlap"));
        },
        iter: 200);

    [Fact]
    public void A_song_is_composed_again_byte_for_byte_with_the_song_that_it_was() => Places.Sample(
        place =>
        {
            Score score = SongOf(place.Melody);
            VariedBars bars = new(Composer.Encoding.Hear(score), place.First, place.Steps);
            Composition draft = Draft(bars, 9);
            CompositionRecord record = CompositionRecord.Of(draft, bars, score, "song.mid")!;
            byte[] song = record.AddTo(bars.With(score, draft).ToMidi()).ToBytes();
            Assert.Equal(ReplayOutcome.Same, Replay(score));
            Assert.Equal(ReplayOutcome.MissingSong, Replay(null));
            Assert.Equal(ReplayOutcome.OtherSong, Replay(SongOf(place.Melody.Transpose(1))));

            ReplayOutcome Replay(Score? original) =>
                SongReplay.Verify(song, Model, original: original, cancellationToken: Cancellation).Outcome;
        },
        iter: 20);

    [Fact]
    public void Bars_count_from_1_with_an_upbeat_first()
    {
        // A quarter before the first whole bar of 3/4, then two bars and a half.
        Melody song = new(
            [.. Enumerable.Range(0, 34).Select(step => MelodyStep.Onset(new Pitch(60 + (step % 5))))],
            4,
            meters: new MeterMap([new MeterChange(0, new Meter(1, 4)), new MeterChange(4, new Meter(3, 4))]));
        Assert.Equal(4, VariedBars.CountBars(song));
        Assert.Equal((0, 4), PlaceOf(1, 1));
        Assert.Equal((4, 12), PlaceOf(2, 2));
        Assert.Equal((16, 24), PlaceOf(3, 4)); // up to the bar line that the melody does not reach
        Assert.Equal((0, 40), PlaceOf(1, int.MaxValue));
        Assert.Null(VariedBars.Of(song, 5, 6));

        (int First, int Steps)? PlaceOf(int first, int last) =>
            VariedBars.Of(song, first, last) is { } bars ? (bars.First, bars.Steps) : null;
    }

    [Fact]
    public void Steps_stand_in_their_bars_as_in_the_song_also_from_nothing()
    {
        Melody song = new(
            [.. Enumerable.Range(0, 40).Select(step => MelodyStep.Onset(new Pitch(60 + (step % 5))))],
            4,
            meters: new MeterMap(
                [new MeterChange(0, new Meter(1, 4)), new MeterChange(4, new Meter(3, 4)), new MeterChange(28, new Meter(2, 4))]));
        foreach (int first in (int[])[0, 4, 20])
        {
            VariedBars bars = new(song, first, 12);
            Assert.Equal((first == 0, first), (bars.IsFromNothing, bars.Primer.Length));
            for (int step = 0; step < song.Length; step++)
            {
                Assert.Equal(song.PositionAt(step), bars.Primer.PositionAt(step));
                Assert.Equal(song.PositionAt(step), bars.Heard.PositionAt(step + bars.Lead));
            }
        }
    }

    private static Composition Draft(VariedBars bars, ulong seed) => Composer.Compose(
        bars.Primer, new CompositionOptions { Steps = bars.Steps, Seed = seed }, Cancellation);

    /// <summary>A melody with a controller that moves, over chords of another track.</summary>
    private static Score SongOf(Melody melody)
    {
        Score written = Composer.Encoding.Write(melody);
        ScoreTrack voice = written.Tracks[0];
        long scale = written.TicksPerQuarter / Ticks;
        KeyEvent[] keys = [.. voice.Keys.Select(key => key with { Tick = key.Tick / scale })];
        long end = (voice.EndTick / scale) + 7;
        ControlChange[] controls =
            [.. Enumerable.Range(0, (int)(end / 50)).Select(move => new ControlChange(move * 50, 0, 11, move % 128, move))];
        Note[] chords = [.. Enumerable.Range(0, (int)(end / Ticks)).SelectMany(beat => new[] { 36, 43 }.Select(pitch =>
            new Note(beat * Ticks, Ticks, new Pitch(pitch), 50, 1)))];
        return new Score(
            Ticks,
            [new ScoreTrack(keys, "melody", endTick: end, controls: controls), ScoreTrack.FromNotes(chords, "chords")],
            meters: new MeterMap(
                melody.Meters.Changes.Select(change => change with { Tick = change.Tick * (Ticks / melody.StepsPerQuarter) })));
    }
}
