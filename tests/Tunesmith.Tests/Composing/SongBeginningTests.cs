using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Provenance;
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
        for (ulong seed = 1; seed <= 20; seed++)
        {
            CompositionOptions options = new() { Bars = 2, Seed = seed };
            Composition song = composer.Compose(new Meter(6, 8), options, Cancellation);
            Assert.Equal((24, null), (song.Options.Steps, song.Options.Bars));
            Assert.Equal((true, 0, 24), (song.IsFromNothing, song.PrimerSteps, song.Tokens.Length));
            Melody melody = song.Melody;
            Assert.Equal((24, new BarPosition(0, 12)), (melody.Length, melody.PositionAt(0)));
            Assert.True(melody.Steps[0].IsOnset);
            Assert.Equal(new BarPosition(0, 12), melody.PositionAt(24));
        }
    }

    [Fact]
    public void The_steps_of_a_song_from_nothing_are_streamed_as_they_are_composed()
    {
        Composer composer = new(Models["melody"]);
        CompositionOptions options = new() { Bars = 2, Seed = 5 };
        Assert.Equal(StepsOf(composer.Compose(options, Cancellation)), Streamed(composer.StreamAsync(options, Cancellation)));
        Meter meter = new(6, 8);
        Assert.Equal(StepsOf(composer.Compose(meter, options, Cancellation)), Streamed(composer.StreamAsync(meter, options, Cancellation)));

        static MelodyStep[] StepsOf(Composition song) => song.Melody.Steps.ToArray();

        static IEnumerable<MelodyStep> Streamed(IAsyncEnumerable<ComposedStep> steps) =>
            steps.ToBlockingEnumerable(Cancellation).Select(step => step.Melody);
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void The_first_note_keeps_to_the_constraints_and_gives_way_to_them(string encoding)
    {
        Composer composer = new(Models[encoding]);
        CompositionOptions options = new() { Steps = 8, Constraints = [new InRange(new Pitch(60), new Pitch(60))] };
        Assert.Equal(new Pitch(60), composer.Compose(options, Cancellation).Melody.Steps[0].Pitch);

        Melody rhythm = Melody.Parse("R C4");
        Composition late = composer.Compose(options with { Constraints = [new RhythmOf(rhythm)] }, Cancellation);
        Assert.True(late.Melody.Steps[3].IsRest);
        Assert.True(late.Melody.Steps[4].IsOnset);
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void The_silence_that_is_heard_before_a_song_from_nothing_stands_in_no_form_of_it(string encoding)
    {
        Composer composer = new(Models[encoding]);
        CompositionOptions options = new() { Bars = 3, Seed = 4 };
        Composition song = composer.Compose(new Meter(3, 4), options, Cancellation);
        byte[] written = song.ToMidi(new WrittenForm { WithPrimer = false }).ToBytes();
        Assert.Equal(written, song.ToMidi().ToBytes());
        Assert.Equal(0, song.ToScore().Tracks[0].Notes[0].Onset);
        Assert.Equal(song.Melody.Steps.ToArray(), song.WithoutPrimer.Steps.ToArray());
        Assert.Equal(36, song.Melody.Length);

        CompositionRecord record = CompositionRecord.Of(song, new WrittenForm())!;
        Assert.Equal((true, false, "R:1/4"), (record.IsFromNothing, record.Written.WithPrimer, record.Primer.Notes));
        ReplayResult again = SongReplay.Verify(written, Models[encoding], cancellationToken: Cancellation);
        Assert.True(again.IsSame, again.Message);
        Assert.True(again.Song!.IsFromNothing);
    }

    [Fact]
    public void A_song_from_nothing_and_one_after_a_primer_of_one_step_are_composed_side_by_side()
    {
        Composer composer = new(Models["melody"]);
        Melody[] primers = [new([]), new([MelodyStep.Rest]), new([])];
        IReadOnlyList<Composition> together = composer.ComposeMany(
            primers, [1, 2, 3], new CompositionOptions { Steps = 20 }, cancellationToken: Cancellation);
        for (int song = 0; song < primers.Length; song++)
        {
            Composition alone = composer.Compose(
                primers[song], new CompositionOptions { Steps = 20, Seed = (ulong)song + 1 }, Cancellation);
            Assert.Equal(alone.Tokens.ToArray(), together[song].Tokens.ToArray());
            Assert.Equal((alone.IsFromNothing, primers[song].Length + 20), (song != 1, together[song].Tokens.Length));
        }
    }

    [Fact]
    public void A_song_from_nothing_may_be_as_long_as_any()
    {
        Composer composer = new(Models["melody"]);
        Assert.Throws<ArgumentException>(
            () => composer.Compose(new CompositionOptions { Steps = CompositionOptions.MostSteps + 1 }, Cancellation));
        using CancellationTokenSource stopped = new();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => composer.Compose(new CompositionOptions { Steps = CompositionOptions.MostSteps }, stopped.Token));
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
        Assert.Throws<ArgumentException>(() => composer.Compose(options, Cancellation));
    }

    [Fact]
    public void Songs_of_as_many_bars_after_primers_of_several_meters_are_what_each_is_alone()
    {
        Composer composer = new(Models["melody"]);
        Meter[] meters = [new(3, 4), new(4, 4), new(4, 4), new(6, 8)];
        Melody[] primers = [.. meters.Select(meter => new Melody([], meters: new MeterMap([new MeterChange(0, meter)])))];
        CompositionOptions options = new() { Bars = 3, Seed = 8 };
        IReadOnlyList<Composition> together = composer.ComposeMany(primers, options, threads: 2, Cancellation);
        Assert.Equal([36, 48, 48, 36], together.Select(song => song.Options.Steps));
        for (int song = 0; song < primers.Length; song++)
        {
            Composition alone = composer.Compose(primers[song].Meters.At(0), options with { Seed = 8 + (ulong)song }, Cancellation);
            Assert.Equal(alone.Tokens.ToArray(), together[song].Tokens.ToArray());
            Assert.Equal(alone.ToMidi().ToBytes(), together[song].ToMidi().ToBytes());
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
        Assert.Equal(
            song.Encoding.Write(song.WithoutPrimer).Tracks[0].Notes, song.ToScore(new WrittenForm { WithPrimer = false }).Tracks[0].Notes);
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("melody")]
    public void The_notes_of_a_stream_are_those_of_the_song(string encoding) =>
        Gen.Select(Gen.OneOf(RandomSettings.Primer, RandomSettings.PrimerOrNothing), RandomSettings.Options, RandomSettings.Form).Sample(
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
        Assert.Equal([0, 0.25, 0.75, 1.25, 1.5, 2], notes.Select(note => note.Start.TotalSeconds));
        Assert.Equal([0.25, 0.5, 0.5, 0.25, 0.5, 0.5], notes.Select(note => note.Duration.TotalSeconds));
    }
}
