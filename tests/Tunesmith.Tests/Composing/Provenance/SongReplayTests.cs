using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Composing.Samplers;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing.Provenance;

public sealed class SongReplayTests
{
    private static readonly MelodyModel Model = TinySongs.TrainLookBack("melody");
    private static readonly Composition Song = new Composer(Model).Compose(
        Melody.Parse("C4 D4 E4:2"), new CompositionOptions { Steps = 32, Seed = 3 }, CancellationToken.None);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_song_of_any_settings_is_composed_again_byte_for_byte() =>
        Gen.Select(Gen.OneOf(RandomSettings.Primer, RandomSettings.PrimerOrNothing), RandomSettings.Options, RandomSettings.Form).Sample(
            (primer, options, form) =>
            {
                byte[] song = new Composer(Model).Compose(primer, options, CancellationToken.None).ToMidi(form, "p.mid").ToBytes();
                ReplayResult result = SongReplay.Verify(song, Model);
                Assert.Equal((ReplayOutcome.Same, "it is the same, byte for byte"), (result.Outcome, result.Message));
                Assert.Equal(song, result.Bytes);
            },
            iter: 60);

    [Fact]
    public void A_song_of_the_lab_is_composed_again_too()
    {
        MelodyModel lab = TinySongs.Train();
        CompositionOptions options = new() { Steps = 20, Sampling = [new TemperatureStep(0.8)] };
        byte[] song = new Composer(lab).Compose(TinySongs.Melody(1).Take(9), options, Cancellation).ToMidi().ToBytes();
        Assert.True(SongReplay.Verify(song, lab, cancellationToken: Cancellation).IsSame);
    }

    [Fact]
    public void Another_model_is_named_with_both_fingerprints()
    {
        MelodyModel other = TinySongs.Train(seed: 2);
        ReplayResult result = SongReplay.Verify(Song.ToMidi().ToBytes(), other, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.OtherModel, result.Outcome);
        Assert.Contains(Model.Fingerprint(), result.Message, StringComparison.Ordinal);
        Assert.Contains(other.Fingerprint(), result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_without_a_record_takes_the_one_beside_it()
    {
        byte[] bare = Song.ToScore().ToMidi().ToBytes();
        Assert.Equal(ReplayOutcome.NoRecord, SongReplay.Verify(bare, Model, cancellationToken: Cancellation).Outcome);
        CompositionRecord beside = CompositionRecord.FromJson(CompositionRecord.Of(Song, new WrittenForm())!.ToJson());
        Assert.Equal(ReplayOutcome.Same, SongReplay.Verify(bare, Model, beside, cancellationToken: Cancellation).Outcome);
    }

    [Fact]
    public void A_song_that_was_changed_is_told_by_its_first_note_that_differs()
    {
        CompositionRecord record = CompositionRecord.Of(Song, new WrittenForm())!;
        MelodyStep[] steps = Song.Melody.Steps.ToArray();
        steps[20] = MelodyStep.Onset(new Pitch(127));
        Score changed = Song.Encoding.Write(new Melody(steps, 4));
        ReplayResult result = SongReplay.Verify(record.AddTo(changed.ToMidi()).ToBytes(), Model, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.Changed, result.Outcome);
        Assert.Matches(
            "changed after it was composed: the first difference is note [0-9]+, in bar [12]: composed was .*, found is ", result.Message);

        byte[] faster = record.AddTo(new WrittenForm { MicrosecondsPerQuarter = 300_000 }.ApplyTo(Song.ToScore()).ToMidi()).ToBytes();
        Assert.EndsWith("the tempo is another", MessageOf(faster), StringComparison.Ordinal);
        byte[] played = record.AddTo(new WrittenForm { Program = 7 }.ApplyTo(Song.ToScore()).ToMidi()).ToBytes();
        Assert.EndsWith("the instrument is another", MessageOf(played), StringComparison.Ordinal);
        MidiFile twice = Song.ToMidi();
        twice = new MidiFile(1, twice.Division, [.. twice.Tracks, new MidiTrack([])]);
        Assert.Contains("other software", MessageOf(twice.ToBytes()), StringComparison.Ordinal);

        static string MessageOf(byte[] song) => SongReplay.Verify(song, Model, cancellationToken: Cancellation).Message;
    }

    [Fact]
    public void Another_version_that_makes_the_same_song_does_no_harm_and_one_that_does_not_is_named()
    {
        CompositionRecord old = CompositionRecord.Of(Song, new WrittenForm())! with { Version = "0.0.1" };
        Assert.True(SongReplay.Verify(old.AddTo(Song.ToScore().ToMidi()).ToBytes(), Model, cancellationToken: Cancellation).IsSame);
        CompositionRecord other = old with { Seed = 4 };
        ReplayResult result = SongReplay.Verify(other.AddTo(Song.ToScore().ToMidi()).ToBytes(), Model, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.OtherVersion, result.Outcome);
        Assert.StartsWith("Tunesmith 0.0.1 composed it, and this is ", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sampling\":[]", "\"sampling\":[{\"kind\":\"luck\"}]", "Tunesmith 99.0.0 composed it, and this is ")]
    [InlineData("\"constraints\":[]", "\"constraints\":[{\"kind\":\"luck\"}]", "Tunesmith 99.0.0 composed it, and this is ")]
    [InlineData("\"format\":1", "\"format\":2", "another version of Tunesmith composed it, and this is ")]
    public void What_only_another_version_has_is_no_damage(string old, string other, string message)
    {
        string json = (CompositionRecord.Of(Song, new WrittenForm())! with { Version = "99.0.0" }).ToJson();
        byte[] later = WithText(Song, json.Replace(old, other, StringComparison.Ordinal));
        ReplayResult result = SongReplay.Verify(later, Model, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.OtherVersion, result.Outcome);
        Assert.StartsWith(message, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R:1/4", "\"stepsPerQuarter\":4", "\"stepsPerQuarter\":12")] // another grid than the model's
    [InlineData("C4", "\"notes\":\"C4\"", "\"notes\":\"H4\"")]
    [InlineData("C4", "\"notes\":\"C4\"", "\"notes\":\"\"")]
    [InlineData("C4", "\"sampling\":[]", "\"sampling\":[{\"kind\":\"luck\"}]")]
    [InlineData("C4", "\"sampling\":[]", "\"sampling\":[{\"kind\":\"temperature\"}]")]
    [InlineData("C4", "\"sampling\":[]", "\"sampling\":[{\"kind\":\"temperature\",\"number\":-1}]")]
    [InlineData("C4", "\"sampling\":[]", "\"sampling\":[null]")]
    [InlineData("C4", "\"constraints\":[]", "\"constraints\":[{\"kind\":\"range\",\"pitches\":[300,1]}]")]
    [InlineData("C4", "\"constraints\":[]", "\"constraints\":[{\"kind\":\"maxHold\",\"number\":1e300}]")]
    [InlineData("C4", "\"constraints\":[]", "\"constraints\":[{\"kind\":\"endOn\",\"number\":12}]")]
    [InlineData("C4", "\"strikeFirst\":false", "\"strikeFirst\":true")] // from nothing, and after a note
    [InlineData("C4", "\"meters\":[]", "\"meters\":[null]")]
    [InlineData("C4", "\"meters\":[]", "\"meters\":[{\"step\":-9223372036854775808,\"beats\":4,\"value\":4}]")]
    [InlineData("C4", "\"meters\":[]", "\"meters\":[{\"step\":0,\"beats\":0,\"value\":0}]")]
    [InlineData("C4", "\"tempos\":[]", "\"tempos\":[{\"step\":0,\"microseconds\":0}]")]
    [InlineData("C4", "\"notes\":\"C4\"", "\"notes\":\"C4:250000\"")] // one step more than a song may have
    public void A_damaged_or_impossible_record_is_told(string notes, string old, string other)
    {
        Composition song = new Composer(Model).Compose(Melody.Parse(notes), new CompositionOptions { Steps = 4 }, Cancellation);
        string json = CompositionRecord.Of(song, new WrittenForm())!.ToJson();
        Assert.Contains(old, json, StringComparison.Ordinal);
        byte[] damaged = WithText(song, json.Replace(old, other, StringComparison.Ordinal));
        ReplayResult result = SongReplay.Verify(damaged, Model, cancellationToken: Cancellation);
        Assert.Equal(ReplayOutcome.DamagedRecord, result.Outcome);
        Assert.StartsWith("its record is damaged or impossible: Expected ", result.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("Parameter|Actual value|\n", result.Message);
    }

    [Fact]
    public void A_record_with_bytes_changed_by_chance_never_does_more_than_be_refused()
    {
        Composition song = new Composer(Model).Compose(Melody.Parse("C4 D4:1/2"), new CompositionOptions { Steps = 4 }, Cancellation);
        string json = CompositionRecord.Of(song, new WrittenForm { Program = 3 }, "a.mid")!.ToJson();
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Char[' ', '~'], Gen.Int[0, 12]).Array[1, 4].Sample(
            changes =>
            {
                string other = changes.Aggregate(json, (text, change) =>
                {
                    int at = Math.Min(change.Item1, text.Length);
                    return text[..at] + change.Item2 + text[Math.Min(text.Length, at + change.Item3)..];
                });
                try
                {
                    // What could be read is small, or would take long to compose: both are the reader's to look at first.
                    CompositionRecord record = CompositionRecord.FromJson(other);
                    if (record.Steps < 100)
                    {
                        SongReplay.Verify(record.AddTo(song.ToScore().ToMidi()).ToBytes(), Model);
                    }
                }
                catch (CompositionRecordException)
                {
                }
            },
            iter: 2_000);
    }

    private static byte[] WithText(Composition song, string json)
    {
        MidiFile file = song.ToScore().ToMidi();
        MidiEvent text = MidiEvent.OfText(0, MidiMetaType.Text, $"Tunesmith {json}");
        return new MidiFile(1, file.Division, [new MidiTrack([text, .. file.Tracks[0].Events])]).ToBytes();
    }
}
