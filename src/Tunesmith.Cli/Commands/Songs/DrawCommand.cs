using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Cli.Options;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Music;
using Tunesmith.Pictures;
using Tunesmith.Pictures.Rolls;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Songs;

/// <summary><c>tunesmith draw</c>: a song as a piano roll, in a picture or on the terminal.</summary>
internal sealed class DrawCommand : ToolCommand
{
    private const int StepsPerQuarter = Encodings.UsualGrid;

    private readonly Argument<string> _song = SongReading.Argument();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The picture to write: FILE.svg; folders on the way are made; otherwise the melody is drawn on the terminal",
        HelpName = "FILE",
    };

    private readonly Option<BarRange?> _bars = BarsOption.Create(
        "--bars", "The bars to draw: A-B, A- for all from there, or A alone; an upbeat is bar 1; otherwise all, in a picture 400 at most");
    private readonly Option<int?> _primer = NumberOption.Create(
        "--primer",
        "Sixteenths at the beginning that are the primer, drawn paler up to a line; otherwise what the record of a composed song says",
        0,
        MelodyEncoding.MaxSteps);

    private readonly Option<bool> _melody = new("--melody")
    {
        Description = "Draw the melody alone that inspect hears, on its grid of sixteenths",
    };

    private readonly Option<double?> _width = NumberOption.Create(
        "--width", "The width of the picture, in units of which a letter has 10: the greater, the more bars stand in a line; otherwise 960",
        PictureOptions.LeastWidth,
        PictureOptions.MostWidth);

    private readonly Option<string> _theme = SharedOptions.Choice(
        "--theme",
        "The colours: auto is what the reader's screen prefers, and light in print; light is dark on white; dark is light on near black",
        "auto",
        "light",
        "dark");

    private readonly Option<bool> _json = SharedOptions.Json();

    public DrawCommand()
        : base("draw", "Draw a song as a piano roll.")
    {
        Add(_song);
        Add(_output);
        Add(_bars);
        Add(_primer);
        Add(_melody);
        Add(_width);
        Add(_theme);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples =>
    [
        new("tunesmith draw songbook:arirang -o arirang.svg", "A tune of the songbook as a picture that every browser opens."),
        new("tunesmith draw band.mid --bars 1-16 -o band.svg", "The first sixteen bars of all tracks."),
        new("tunesmith draw generated/gen_song_0.mid -o tune.svg", "A composed song, its primer told apart."),
        new("tunesmith draw tune.mid", "The melody on the terminal."),
    ];

    /// <inheritdoc/>
    public override Task RunAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_song);
        string? output = arguments.GetValue(_output);
        CheckOutput(output, path, arguments);
        SongFile song = SongReading.Read(path, Name, console);
        DrawDocument document = output is null
            ? DrawOnTerminal(song, arguments, console)
            : DrawPicture(song, output, arguments, console);
        if (arguments.GetValue(_json))
        {
            JsonOutput.Write(console, document, DrawJson.Default.DrawDocument);
        }

        return Task.CompletedTask;
    }

    private static Melody Hear(SongFile song)
    {
        try
        {
            return Encodings.Melody().Hear(song.Score);
        }
        catch (Exception error) when (error is SongTooLongException or NoMelodyException)
        {
            throw new ToolException($"no melody is heard in {song.Title}: {error.Message}", error);
        }
    }

    private void CheckOutput(string? output, string song, ParseResult arguments)
    {
        if (output is null)
        {
            if (arguments.GetValue(_width) is not null || arguments.GetResult(_theme) is { Implicit: false })
            {
                throw new UsageException("--width and --theme are for a picture; add -o FILE.svg");
            }

            return;
        }

        if (!Path.GetExtension(output).Equals(".svg", StringComparison.OrdinalIgnoreCase) && !OutputFile.LeadsToDevice(output))
        {
            throw new UsageException($"--output takes a name that ends in .svg, not {output}");
        }

        FilesApart.Check([new FileRole("the picture", output)], FilesApart.OfSong("the song to draw", song));
        OutputFile.CheckWritable(output);
    }

    private DrawDocument DrawPicture(SongFile song, string output, ParseResult arguments, ToolConsole console)
    {
        Score score = arguments.GetValue(_melody) ? Encodings.Melody().Write(Hear(song)) : song.Score;
        BarRange bars = BarsOf(arguments);
        double? primer = PrimerOf(song, arguments, console);
        PianoRoll roll = PianoRoll.Draw(score, new PianoRollOptions
        {
            Title = song.Title,
            FirstBar = bars.First,
            LastBar = bars.Last,
            ComposedFrom = primer is null ? null : (long)Math.Round(primer.Value * score.TicksPerQuarter / StepsPerQuarter),
            Width = arguments.GetValue(_width) ?? new PictureOptions().Width,
            Theme = Enum.Parse<PictureTheme>(arguments.GetRequiredValue(_theme), ignoreCase: true),
        });
        Require(roll.Bars, bars);
        OutputFile.Write(output, stream => stream.Write(roll.Picture.ToBytes()));
        int notes = score.Tracks.Sum(track => track.Notes.Count);
        if (roll.LastBar < Math.Min(roll.Bars, bars.Last))
        {
            long shown = roll.LastBar - roll.FirstBar + 1;
            console.Warn(Invariant($"{shown} bars fill a picture; --bars {roll.LastBar + 1}- draws what follows"));
        }

        if (roll.NotesLeftOut > 0)
        {
            string left = Wording.Count(roll.NotesLeftOut, "note");
            console.Warn(Invariant($"a picture holds {PianoRollOptions.MostMarks:N0} notes; {left} more of these bars left out"));
        }

        DrawDocument document = new(output, song.Title, notes, roll.Bars, roll.FirstBar, roll.LastBar, roll.NotesLeftOut);
        if (!arguments.GetValue(_json))
        {
            console.Output.WriteLine(ToolConsole.OneLine($"drew {song.Title}, {BarsInWords(document)}: {output}"));
        }

        return document;
    }

    private DrawDocument DrawOnTerminal(SongFile song, ParseResult arguments, ToolConsole console)
    {
        Melody melody = Hear(song);
        BarRange bars = BarsOf(arguments);
        int[] starts = [.. Enumerable.Range(0, melody.Length).Where(step => step == 0 || melody.PositionAt(step).Offset == 0)];
        Require(starts.Length, bars);
        int last = Math.Min(bars.Last, starts.Length);
        int end = last < starts.Length ? starts[last] : melody.Length;
        DrawDocument document = new(null, song.Title, Onsets(melody), starts.Length, bars.First, last, 0);
        ConsoleStream stream = console.Progress(arguments.GetValue(_json));
        stream.WriteLine(ToolConsole.OneLine($"the melody of {song.Title}, {BarsInWords(document)}"));
        stream.Draw(new MelodyRoll(melody)
        {
            FirstStep = starts[bars.First - 1],
            MaxSteps = end - starts[bars.First - 1],
            BegunWith = (int)Math.Round(PrimerOf(song, arguments, console) ?? 0),
        });
        return document;
    }

    /// <summary>
    /// How many sixteenths are the primer, as the command line or the record of a composed song says; null where neither does.
    /// </summary>
    private double? PrimerOf(SongFile song, ParseResult arguments, ToolConsole console)
    {
        if (arguments.GetValue(_primer) is { } asked)
        {
            return asked;
        }

        long ticks = RecordFiles.ComposedFrom(song, console, "its primer is not told apart");
        return ticks == 0 ? null : (double)StepsPerQuarter * ticks / song.Score.TicksPerQuarter;
    }

    private BarRange BarsOf(ParseResult arguments) => arguments.GetValue(_bars) ?? new BarRange(1, int.MaxValue);

    private static void Require(long bars, BarRange asked)
    {
        if (asked.First > Math.Max(1, bars))
        {
            throw new UsageException(Invariant($"--bars begins with bar {asked.First}, and the song has {bars}"));
        }
    }

    private static int Onsets(Melody melody)
    {
        int onsets = 0;
        foreach (MelodyStep step in melody.Steps)
        {
            onsets += step.IsOnset ? 1 : 0;
        }

        return onsets;
    }

    private static string BarsInWords(DrawDocument drawn) => drawn.FirstBar <= 1 && drawn.LastBar == drawn.Bars
        ? Wording.Count(drawn.Bars, "bar")
        : Invariant($"bars {drawn.FirstBar} to {drawn.LastBar} of {drawn.Bars}");
}
