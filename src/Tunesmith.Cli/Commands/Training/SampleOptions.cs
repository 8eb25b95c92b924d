using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Analysis.Originality;
using Tunesmith.Audio;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Experiments;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Report;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>
/// The options by which a training composes as it goes, to hear what it has learned. The sample of step S stands beside
/// <c>MODEL.safetensors</c> as <c>MODEL-sample-S.mid</c>. All begin like the same song and are drawn with the recipe's seed, so that they
/// differ by the weights alone.
/// </summary>
internal sealed class SampleOptions
{
    /// <summary>How many steps of a sample are composed, after the primer.</summary>
    public const int Steps = 256;

    /// <summary>The most samples of one training.</summary>
    public const int Most = 1_000;

    private readonly Option<int?> _every = NumberOption.Create(
        "--sample-every",
        "Compose a song every N steps, with the weights as they are then: MODEL-sample-STEP.mid beside the model, "
            + $"at most {Most} songs; otherwise none",
        1,
        int.MaxValue);

    private readonly Option<bool> _wav = SoundFiles.Option("Make each song of --sample-every a sound file beside it as well");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_every);
        command.Add(_wav);
    }

    /// <summary>The files that a training may write.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="output">The model file.</param>
    /// <exception cref="UsageException">The options do not fit together, or with the model file.</exception>
    /// <exception cref="ToolException">The record of a sample would take the place of a file that is none.</exception>
    public FileRole[] Written(ParseResult arguments, Recipe recipe, string output)
    {
        bool wav = arguments.GetValue(_wav);
        if (arguments.GetValue(_every) is not { } every)
        {
            return wav ? throw new UsageException("--wav is for the songs of --sample-every; add that, or leave it out") : [];
        }

        int count = recipe.Steps / every;
        if (count > Most)
        {
            int least = (recipe.Steps + Most - 1) / Most;
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"--sample-every {every} would make {count} songs of {recipe.Steps} steps, "
                + $"and at most {Most} are made; take {least} or more"));
        }

        if (!string.IsNullOrWhiteSpace(output) && OutputFile.LeadsToDevice(output))
        {
            throw new UsageException($"samples stand beside the model, and nothing can stand beside {output}; name a file with -o");
        }

        string[] songs = [.. Enumerable.Range(1, count).Select(sample => SongOf(output, sample * every))];
        RecordFiles.CheckReplaceable(songs);
        return
        [
            .. songs.SelectMany(song => (FileRole[])
            [
                .. RecordFiles.Written("a sample", song),
                .. wav ? [new FileRole("the sound of a sample", SoundFiles.Beside(song))] : Array.Empty<FileRole>(),
            ]),
        ];
    }

    /// <summary>Adds to the options of a training what the command line says of samples.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="options">The options so far.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="corpus">The songs.</param>
    /// <param name="split">Which of them are held out. The samples begin like one of those, where there are any.</param>
    /// <param name="output">The model file.</param>
    /// <param name="samples">Receives the samples as they are written.</param>
    /// <param name="tunes">Receives the same for a page; null where there is none.</param>
    public TrainingOptions Read(
        ParseResult arguments,
        TrainingOptions options,
        Recipe recipe,
        SongCorpus corpus,
        SongSplit split,
        string output,
        List<SampleDocument> samples,
        List<ReportTune>? tunes)
    {
        if (arguments.GetValue(_every) is not { } every)
        {
            return options;
        }

        bool wav = arguments.GetValue(_wav);
        IReadOnlyList<int> choice = split.HeldOut.Count > 0 ? split.HeldOut : split.Training;
        CorpusFile begun = corpus.Songs[choice[Composer.ChooseSong(choice.Count, recipe.Seed)]];
        CompositionOptions composing = new() { Steps = Steps, Seed = recipe.Seed };
        Lazy<OriginalityIndex> songs = new(() => CorpusOriginality.Build(corpus, options.Threads));
        return options with
        {
            ModelEvery = every,
            ReceiveModel = model => samples.Add(Write(model, begun, composing, output, wav, tunes, songs)),
        };
    }

    /// <summary>
    /// Composes, and writes. It is not stopped in the middle: a training that is stopped after it still saves its checkpoint.
    /// </summary>
    private static SampleDocument Write(
        MelodyModel model,
        CorpusFile begun,
        CompositionOptions composing,
        string output,
        bool wav,
        List<ReportTune>? tunes,
        Lazy<OriginalityIndex> songs)
    {
        int step = model.Summary.Steps;
        string path = SongOf(output, step);
        Composer composer = new(model);
        Composition composed = composer.Compose(composer.PrimerOf(begun.Melody!), composing, CancellationToken.None);
        Score song = composed.ToScore();
        WrittenForm form = new();
        string name = PrimerSong.RecordNameOf(begun);
        tunes?.Add(new ReportTune
        {
            Title = $"After {Wording.Count(step, "step")}",
            Score = song,
            Midi = composed.ToMidi(form, name),
            FileName = Path.GetFileNameWithoutExtension(path),
            ComposedFrom = (long)composed.PrimerSteps * song.TicksPerQuarter / composed.Melody.StepsPerQuarter,
            BegunWith = $"the first {Wording.Count(composed.PrimerSteps, "step")} of {begun.Name}",
            Form = ComposedForm.Of(composed),
            Originality = songs.Value.Judge(composed.Melody, composed.PrimerSteps),
        });
        RecordFiles.Save(path, composed, form, name);
        string? sound = wav ? SoundFiles.Beside(path) : null;
        if (sound is not null)
        {
            OutputFile.Write(sound, stream => Synthesizer.WriteWav(song, stream));
        }

        return new SampleDocument(step, path, sound, begun.Name);
    }

    private static string SongOf(string output, int step) => Path.Combine(
        Path.GetDirectoryName(output) ?? "", FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(output)}-sample-{step}.mid"));
}

/// <summary>A song composed in the middle of a training.</summary>
/// <param name="Step">After how many steps.</param>
/// <param name="Song">Its file.</param>
/// <param name="Sound">Its sound; absent where none was asked for.</param>
/// <param name="BegunLike">The name of the song that it begins like.</param>
internal sealed record SampleDocument(
    int Step,
    string Song,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sound,
    string BegunLike);
