using System.Text.Json;
using CsCheck;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Provenance;
using Tunesmith.Composing.Samplers;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Tests.Training;

namespace Tunesmith.Tests.Composing.Provenance;

public sealed class CompositionRecordTests
{
    private static readonly MelodyModel Model = TinySongs.TrainLookBack("melody");
    private static readonly Composer Composer = new(Model);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_record_that_is_written_is_read_as_the_same() =>
        Gen.Select(RandomSettings.Primer, RandomSettings.Options, RandomSettings.Form, Gen.String).Sample(
            (primer, options, form, name) =>
            {
                CompositionRecord record = RecordOf(primer, options with { Steps = Math.Min(options.Steps, 3) }, form, name);
                string json = record.ToJson();
                CompositionRecord read = CompositionRecord.FromJson(json);
                Assert.Equal(json, read.ToJson());
                Assert.All(json, sign => Assert.InRange(sign, ' ', '~'));
                Assert.Equal((record.Seed, record.Steps, record.Written, record.Model), (read.Seed, read.Steps, read.Written, read.Model));
                Melody again = read.Primer.ToMelody();
                Assert.Equal(primer.Steps.ToArray(), again.Steps.ToArray());
                Assert.Equal(primer.Tempos.Changes, again.Tempos.Changes);
                Assert.Equal(primer.Meters.Changes, again.Meters.Changes);
            },
            iter: 30);

    [Fact]
    public void It_tells_the_model_the_recipe_and_the_version_and_nothing_of_the_machine()
    {
        CompositionRecord record = RecordOf(Melody.Parse("C4 D4"), new CompositionOptions { Steps = 4 }, new WrittenForm(), "a.mid");
        Assert.Equal(Model.Fingerprint(), record.Model);
        Assert.Equal(64, record.Model.Length);
        Assert.Equal(
            JsonDocument.Parse(Model.RecipeJson).RootElement.GetProperty("steps").GetInt32(),
            JsonDocument.Parse(record.ToJson()).RootElement.GetProperty("recipe").GetProperty("steps").GetInt32());
        Assert.Matches(@"^\d+\.\d+\.\d+", record.Version);
        Assert.Equal("a.mid", record.Primer.Name);
        Assert.Equal(
            [
                "format", "version", "model", "recipe", "seed", "steps", "context", "strikeFirst", "closeBar", "sampling", "constraints",
                "primer", "written",
            ],
            JsonDocument.Parse(record.ToJson()).RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Every_sampler_step_and_constraint_is_written_down_and_made_again()
    {
        MelodyEncoding encoding = Encodings.Melody();
        PitchSet some = PitchSet.OfClasses([0, 4, 7]);
        ISamplerStep[] sampling =
            [new TemperatureStep(0.7), new TopKStep(5), new TopPStep(0.9), new MinPStep(0.05), new PitchOddsStep(encoding, some, 2.5)];
        Constraint[] constraints =
        [
            new InKey(Key.Parse("Bb dorian")), new InRange(new Pitch(48), new Pitch(84)), new OnlyPitches(some), new WithoutPitches(some),
            new MaxLeap(12), new MaxHold(8), new MaxBarRepeats(2), EndOn.PitchNamed("G"),
        ];
        Assert.Equal(
            constraints, constraints.Select(constraint => RecordedConstraints.ToConstraint(RecordedConstraints.Of(constraint, 16)!)));
        RecordedChoice[] written = [.. sampling.Select(step => RecordedSampling.Of(step)!)];
        RecordedChoice[] again = [.. written.Select(choice => RecordedSampling.Of(RecordedSampling.ToStep(choice, encoding))!)];
        Assert.Equal(JsonOf(written), JsonOf(again));
        Assert.Equal(sampling.Select(step => step.GetType()), again.Select(choice => RecordedSampling.ToStep(choice, encoding).GetType()));

        RecordedChoice rhythm = RecordedConstraints.Of(new RhythmOf(Melody.Parse("C4 D4:2 R E4:9")), 16)!;
        Melody kept = ((RhythmOf)RecordedConstraints.ToConstraint(rhythm)).Melody;
        Assert.Equal("C4 D4:2 R", kept.ToString());

        static string[] JsonOf(IEnumerable<RecordedChoice> choices) =>
            [.. choices.Select(choice => $"{choice.Kind} {choice.Number} {string.Join(',', choice.Pitches ?? [])}")];
    }

    [Fact]
    public void Every_kind_of_constraint_and_sampler_step_that_there_is_can_be_written_down()
    {
        Type[] types = typeof(Constraint).Assembly.GetTypes();
        string[] constraints = [.. types.Where(type => type.IsSubclassOf(typeof(Constraint))).Select(type => type.Name)];
        Assert.Equal(
            ["EndOn", "InKey", "InRange", "MaxBarRepeats", "MaxHold", "MaxLeap", "OnlyPitches", "RhythmOf", "WithoutPitches"],
            constraints.Order(StringComparer.Ordinal));
        string[] steps =
        [
            .. types.Where(type => type.IsPublic && type.IsClass && type.IsAssignableTo(typeof(ISamplerStep))).Select(type => type.Name),
        ];
        Assert.Equal(["MinPStep", "PitchOddsStep", "TemperatureStep", "TopKStep", "TopPStep"], steps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_that_cannot_be_is_named_and_one_that_lacks_is_said_to()
    {
        Assert.Equal("""Expected a number for "minP", found none.""", Refused(new RecordedChoice("minP")));
        Assert.Equal("""Expected a whole number for "topK", found 1.5.""", Refused(new RecordedChoice("topK") { Number = 1.5 }));
        Assert.Equal(
            """Expected at most 128 pitches for "pitchOdds", found 129.""",
            Refused(new RecordedChoice("pitchOdds") { Number = 2, Pitches = new int[129] }));
        Assert.Equal(
            """Expected the name of a key for "key", found "H major".""",
            Assert.Throws<CompositionRecordException>(() =>
                RecordedConstraints.ToConstraint(new RecordedChoice("key") { Key = "H major" })).Message);

        static string Refused(RecordedChoice choice) =>
            Assert.Throws<CompositionRecordException>(() => RecordedSampling.ToStep(choice, Encodings.Melody())).Message;
    }

    [Fact]
    public void With_a_sampler_step_of_ones_own_there_is_no_record()
    {
        CompositionOptions options = new() { Steps = 3, Sampling = [new OwnStep()] };
        Composition song = Composer.Compose(Melody.Parse("C4"), options, Cancellation);
        Assert.Null(CompositionRecord.Of(song, new WrittenForm()));
        Assert.False(CompositionRecord.TryRead(song.ToMidi(), out _));
    }

    [Fact]
    public void A_record_travels_in_the_first_track_after_its_name_and_the_music_is_as_without_it()
    {
        Composition song = Composer.Compose(Melody.Parse("C4 D4"), new CompositionOptions { Steps = 8 }, Cancellation);
        MidiFile file = MidiFile.FromBytes(song.ToMidi().ToBytes());
        Assert.Equal(MidiMetaType.TrackName, file.Tracks[0].Events[0].MetaType);
        Assert.StartsWith("Tunesmith {\"format\":1,", file.Tracks[0].Events[1].Text, StringComparison.Ordinal);
        Assert.True(CompositionRecord.TryRead(file, out CompositionRecord? record));
        Assert.Equal(song.ToMidi().ToBytes(), record.AddTo(song.ToScore().ToMidi()).ToBytes());
        Assert.Equal(song.ToScore().ToMidi().ToBytes(), Score.FromMidi(file).ToMidi().ToBytes());
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "format 1, for another version")]
    [InlineData("\"steps\":4", "\"steps\":2000000000", "0 to 1000000 steps")]
    [InlineData("\"steps\":4", "\"steps\":-1", "0 to 1000000 steps")]
    [InlineData("\"steps\":4,", "", "other JSON")]
    [InlineData("\"steps\":4", "\"steps\":4,\"wish\":1", "other JSON")]
    [InlineData("\"context\":\"stream\"", "\"context\":7", "the context stream or window")]
    [InlineData("\"withPrimer\":true", "\"withPrimer\":true,\"program\":128", "a program from 0 to 127")]
    [InlineData("\"withPrimer\":true", "\"withPrimer\":true,\"microsecondsPerQuarter\":0", "a tempo")]
    [InlineData("\"sampling\":[]", "\"sampling\":null", "other JSON")]
    public void A_record_that_says_what_cannot_be_is_refused(string old, string other, string message)
    {
        string json = RecordOf(Melody.Parse("C4 D4"), new CompositionOptions { Steps = 4 }, new WrittenForm(), "").ToJson();
        Assert.Contains(old, json, StringComparison.Ordinal);
        int at = json.LastIndexOf(old, StringComparison.Ordinal); // the recipe has steps, too
        CompositionRecordException error =
            Assert.Throws<CompositionRecordException>(() => CompositionRecord.FromJson(json[..at] + other + json[(at + old.Length)..]));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal($"Expected {error.Expected}, found {error.Found}.", error.Message);
    }

    private static CompositionRecord RecordOf(Melody primer, CompositionOptions options, WrittenForm form, string name) =>
        CompositionRecord.Of(Composer.Compose(primer, options, CancellationToken.None), form, name)!;

    private sealed class OwnStep : ISamplerStep
    {
        public void Apply(Span<float> logits) => logits[0] = 0;
    }
}
