using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Composing.Provenance;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing;

/// <summary>Songs from nothing, lengths in bars, songs closed on a bar line, and their forms.</summary>
public sealed class SongBeginningTests
{
    private static readonly Dictionary<string, MelodyModel> Models = new()
    {
        ["lab"] = TinySongs.TrainLookBack("lab"),
        ["melody"] = TinySongs.TrainLookBack("melody"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void A_song_from_nothing_begins_with_a_note_on_a_bar_line(string encoding)
    {
        Composer composer = new(Models[encoding]);
        Melody silence = Composer.Silence(4, new Meter(6, 8));
        for (ulong seed = 1; seed <= 20; seed++)
        {
            CompositionOptions options = new() { Bars = 2, Seed = seed, StrikeFirst = true };
            Composition song = composer.Compose(silence, options, Cancellation);
            Assert.Equal((24, null), (song.Options.Steps, song.Options.Bars));
            Melody melody = song.WithoutPrimer;
            Assert.Equal((24, new BarPosition(0, 12)), (melody.Length, melody.PositionAt(0)));
            Assert.True(melody.Steps[0].IsOnset);
            Assert.Equal(new BarPosition(0, 12), melody.PositionAt(24));
        }
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void The_first_note_keeps_to_the_constraints_and_gives_way_to_them(string encoding)
    {
        Composer composer = new(Models[encoding]);
        Melody silence = Composer.Silence(4);
        CompositionOptions options = new() { Steps = 8, StrikeFirst = true, Constraints = [new InRange(new Pitch(60), new Pitch(60))] };
        Assert.Equal(new Pitch(60), composer.Compose(silence, options, Cancellation).WithoutPrimer.Steps[0].Pitch);

        Melody rhythm = Melody.Parse("R C4");
        Composition late = composer.Compose(silence, options with { Constraints = [new RhythmOf(rhythm)] }, Cancellation);
        Assert.True(late.WithoutPrimer.Steps[3].IsRest);
        Assert.True(late.WithoutPrimer.Steps[4].IsOnset);
    }

    [Fact]
    public void Bars_are_counted_after_the_one_that_the_primer_has_begun() =>
        Gen.Select(RandomSettings.Primer, Gen.Int[0, 5]).Sample((primer, bars) =>
        {
            int steps = new CompositionOptions { Bars = bars }.StepsAfter(primer);
            BarPosition end = primer.PositionAt(primer.Length);
            Assert.Equal(0, primer.PositionAt(primer.Length + steps).Offset);
            Assert.InRange(steps, bars * end.Length, ((bars + 1) * end.Length) - 1);
        });

    [Fact]
    public void Too_many_bars_are_refused_as_too_many_steps_are()
    {
        Composer composer = new(Models["melody"]);
        CompositionOptions options = new() { Bars = int.MaxValue };
        Assert.Throws<ArgumentException>(() => composer.Compose(Composer.Silence(4), options, Cancellation));
    }

    [Fact]
    public void Songs_of_as_many_bars_after_primers_of_several_meters_are_what_each_is_alone()
    {
        Composer composer = new(Models["melody"]);
        Melody[] primers = [.. ((Meter[])[new(3, 4), new(4, 4), new(4, 4), new(6, 8)]).Select(meter => Composer.Silence(4, meter))];
        CompositionOptions options = new() { Bars = 3, Seed = 8 };
        IReadOnlyList<Composition> together = composer.ComposeMany(primers, options, threads: 2, Cancellation);
        Assert.Equal([36, 48, 48, 36], together.Select(song => song.Options.Steps));
        for (int song = 0; song < primers.Length; song++)
        {
            Composition alone = composer.Compose(primers[song], options with { Seed = 8 + (ulong)song }, Cancellation);
            Assert.Equal(alone.Tokens.ToArray(), together[song].Tokens.ToArray());
        }
    }

    [Fact]
    public void Fewer_steps_give_the_beginning_of_the_same_song_and_closing_adds_up_to_the_bar_line() =>
        Gen.Select(RandomSettings.Primer, RandomSettings.Options, Gen.Int[0, 40]).Sample(
            (primer, options, fewer) =>
            {
                Composer composer = new(Models["melody"]);
                Composition whole = composer.Compose(primer, options with { Steps = 40 }, CancellationToken.None);
                Composition part = composer.Compose(primer, options with { Steps = fewer, CloseBar = true }, CancellationToken.None);
                Assert.Equal(whole.Tokens[..part.Tokens.Length].ToArray(), part.Tokens.ToArray());
                Assert.Equal(0, part.Melody.PositionAt(part.Melody.Length).Offset);
                Assert.Equal(part.Melody.Steps.ToArray(), whole.Melody.Take(primer.Length + fewer).ToBarLine().Steps.ToArray());
            },
            iter: 40);

    [Fact]
    public void A_form_sets_tempo_and_instrument_and_leaves_the_notes()
    {
        Composition song =
            new Composer(Models["melody"]).Compose(Melody.Parse("C4 D4"), new CompositionOptions { Steps = 9 }, Cancellation);
        Score plain = song.ToScore();
        Score formed = song.ToScore(new WrittenForm { MicrosecondsPerQuarter = 600_000, Program = 40 });
        Assert.Equal([new TempoChange(0, 600_000)], formed.Tempos.Changes);
        Assert.Equal([new ProgramChange(0, 0, 40)], formed.Tracks[0].Programs);
        Assert.Equal(plain.Tracks[0].Notes, formed.Tracks[0].Notes);
        Assert.Equal(song.ToScore(withPrimer: false).Tracks[0].Notes, song.ToScore(new WrittenForm { WithPrimer = false }).Tracks[0].Notes);
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void The_notes_of_a_stream_are_those_of_the_song(string encoding) =>
        Gen.Select(RandomSettings.Primer, RandomSettings.Options, RandomSettings.Form).Sample(
            (primer, options, form) =>
            {
                Composer composer = new(Models[encoding]);
                Score score = composer.Compose(primer, options, CancellationToken.None).ToScore(form);
                ComposedNote[] notes = [.. composer.StreamNotesAsync(primer, options, form).ToBlockingEnumerable()];
                int step = score.TicksPerQuarter / 4;
                Assert.Equal(
                    score.Tracks[0].Notes.Select(note => (note.Pitch, note.Onset / step, note.Length / step)),
                    notes.Select(note => (note.Pitch, (long)note.Onset, (long)note.Length)));
                foreach (ComposedNote note in notes)
                {
                    long tick = (long)note.Onset * step;
                    Assert.Equal(score.Tempos.SecondsAt(tick, score.TicksPerQuarter), note.Seconds, 1e-9);
                    Assert.Equal(
                        score.Tempos.SecondsAt(tick + ((long)note.Length * step), score.TicksPerQuarter),
                        note.Seconds + note.SecondsLong,
                        1e-9);
                    Meter meter = score.Meters.At(tick);
                    Assert.InRange(note.Beat, 1, meter.Numerator + 0.999);
                    Assert.True(note.Bar >= 1);
                }
            },
            iter: 40);

    [Fact]
    public void Bars_and_beats_are_counted_as_musicians_do()
    {
        Melody primer = new(
            Melody.Parse("G4:1/2 C4 D4 E4:1/2 F4 G4").Steps, 4, meters: new MeterMap([new MeterChange(-10, new Meter(3, 4))]));
        ComposedNote[] notes =
        [
            .. new Composer(Models["melody"])
                .StreamNotesAsync(primer, new CompositionOptions { Steps = 0 }, cancellationToken: Cancellation)
                .ToBlockingEnumerable(Cancellation),
        ];
        Assert.Equal([(1, 3.5), (2, 1), (2, 2), (2, 3), (2, 3.5), (3, 1.5)], notes.Select(note => (note.Bar, note.Beat)));
        Assert.Equal([0, 0.25, 0.75, 1.25, 1.5, 2], notes.Select(note => note.Seconds));
    }
}
