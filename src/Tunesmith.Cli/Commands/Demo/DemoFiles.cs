using System.Globalization;
using System.Text;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>The files of a demo and their names.</summary>
internal static class DemoFiles
{
    /// <summary>The model's file.</summary>
    public const string Model = "songbook.safetensors";

    /// <summary>The page that shows and plays all of it.</summary>
    public const string Page = "index.html";

    private const int LongestTitle = 32;

    /// <summary>The name of a tune's file without extension, such as <c>tune-2-in-3-4-after-barbara-allen</c>.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="number">Its number, from 1.</param>
    public static string NameOf(DemoTune tune, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"tune-{number}-in-{tune.Meter.Numerator}-{tune.Meter.Denominator}-after-{InFileNames(TitleOf(tune))}");

    /// <summary>The title of the tune that one begins like.</summary>
    public static string TitleOf(DemoTune tune) => tune.Begun.Title ?? Path.GetFileName(tune.Begun.Name);

    /// <summary>What a tune is called in its ABC file and on the page.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="number">Its number, from 1.</param>
    public static string FullTitleOf(DemoTune tune, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Tune {number}, begun like {TitleOf(tune)}");

    /// <summary>A tune's MIDI file, with the record that it carries.</summary>
    public static MidiFile MidiOf(DemoTune tune) => tune.Song.ToMidi(new WrittenForm(), tune.RecordName);

    /// <summary>All files: the page, the model, and of each tune a MIDI file, the same as ABC, and its record.</summary>
    /// <param name="page">The page.</param>
    /// <param name="model">The model.</param>
    /// <param name="tunes">The tunes.</param>
    /// <param name="wav">Whether each is there as sound, too.</param>
    /// <param name="threads">How many are made sound at a time; the files do not depend on it.</param>
    /// <param name="cancellation">Stops the rendering.</param>
    public static IReadOnlyList<DemoFile> Of(
        byte[] page, MelodyModel model, IReadOnlyList<DemoTune> tunes, bool wav, int threads, CancellationToken cancellation)
    {
        MelodyEncoding encoding = model.Definition.FindEncoding();
        Score[] scores = [.. tunes.Select(tune => encoding.Write(tune.Melody))];
        byte[][] sounds = wav ? SoundFiles.ToBytes(scores, threads, cancellation) : [];
        List<DemoFile> files = [new(Page, page), new(Model, model.ToBytes())];
        for (int index = 0; index < tunes.Count; index++)
        {
            string name = NameOf(tunes[index], index + 1);
            files.Add(new DemoFile($"{name}.mid", MidiOf(tunes[index]).ToBytes()));
            string record = RecordFiles.TextOf(tunes[index].Song, new WrittenForm(), tunes[index].RecordName)!;
            files.Add(new DemoFile($"{name}.json", System.Text.Encoding.UTF8.GetBytes(record)));
            string abc = scores[index].ToAbc(FullTitleOf(tunes[index], index + 1)).Text;
            files.Add(new DemoFile($"{name}.abc", System.Text.Encoding.UTF8.GetBytes(abc)));
            if (wav)
            {
                files.Add(new DemoFile(SoundFiles.Beside($"{name}.mid"), sounds[index]));
            }
        }

        return files;
    }

    /// <summary>Small letters and digits of ASCII, without apostrophes and with a hyphen for whatever else stands between them.</summary>
    private static string InFileNames(string title)
    {
        IEnumerable<char> signs = title.ToLowerInvariant().Where(sign => sign is not ('\'' or '’'));
        string plain = string.Concat(signs.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '-'));
        string[] words = plain.Split('-', StringSplitOptions.RemoveEmptyEntries);
        StringBuilder name = new();
        foreach (string word in words)
        {
            if (name.Length + word.Length > LongestTitle)
            {
                break;
            }

            name.Append(name.Length == 0 ? "" : "-").Append(word);
        }

        return name.Length == 0 ? "a-tune" : name.ToString();
    }
}

/// <summary>A file to write.</summary>
/// <param name="Name">Its name in the demo's folder.</param>
/// <param name="Content">All its bytes.</param>
internal sealed record DemoFile(string Name, byte[] Content);
