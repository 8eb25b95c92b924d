using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing.Options;
using Tunesmith.Cli.Drawing;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Composing;

/// <content>Whole songs: composed, chosen, written, and told of.</content>
internal sealed partial class ComposeCommand
{
    private async Task ComposeAsync(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        int count = _files.Count(arguments);
        ComposedFiles files = _files.Read(arguments, _primer.HasSong(arguments), _choosing.Kept(arguments, count));
        _primer.Check(arguments);
        _live.Check(arguments, count);
        _choosing.Check(arguments, count, _live.IsAskedFor(arguments));
        FileRole[] written = files.Written();
        FilesApart.Check(written, FilesRead(arguments));
        (MelodyModel model, Recipe recipe) = ReadModel(arguments);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));
        RecordFiles.CheckReplaceable(files.Songs);

        ulong seed = arguments.GetValue(_seed) ?? (ulong)Random.Shared.Next();
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = recipe.MinSteps };
        IReadOnlyList<PrimerSong> primers = _primer.Read(arguments, model, hearing, seed, count, cancellation);
        FilesApart.CheckSongs(written, primers[0].Corpus);
        PrimerOptions.Warn(console, primers[0]);
        JudgingSongs? judging = _choosing.FindSongs(arguments, primers[0], model, hearing, cancellation);
        FilesApart.CheckSongs(written, judging?.Corpus);

        WrittenForm form = _form.Read(arguments);
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        Composer composer = new(model);
        Melody[] beginnings = [.. primers.Select(song => song.Primer)];
        CompositionOptions options = OptionsOf(arguments, composer, beginnings, seed, console);
        if (_live.IsAskedFor(arguments))
        {
            await _live.PlayAsync(
                composer.StreamNotesAsync(primers[0].Primer, options, form, cancellation), console.Output, cancellation);
        }

        IReadOnlyList<ChosenSong> songs =
            _choosing.Compose(arguments, composer, primers, options, (judging, model), threads, cancellation);
        Write(files, songs, form, threads, cancellation);
        ConsoleStream progress = console.Progress(arguments.GetValue(_json));
        if (files.Probabilities is { } table)
        {
            OutputFile.Write(
                table, stream => ProbabilityFile.Write(stream, table, composer.OutcomeNames, songs[0].Song, composer.Encoding));
            progress.Draw(new ProbabilityChart(composer.OutcomeNames, ProbabilityTable.Average(songs[0].Song)));
        }

        if (judging is not null)
        {
            songs = [.. songs.Select(song => song with { Originality = judging.OriginalityOf(song.Song, form.WithPrimer) })];
        }

        ComposedForm recurring = ComposedForm.Of(songs.Select(song => song.Song), primers[0].Index is null ? null : primers[0].Corpus);
        Tell(arguments, [.. songs.Select((song, index) => ComposeDocument.Of(song, files, index, form, recurring))], recurring, console);
        _files.Report.Write(
            arguments,
            $"{Wording.Count(files.Songs.Count, "song")} {(files.Songs.Count == 1 ? "is" : "are")} whole",
            () => new ComposePage(model, recipe, composer.OutcomeNames, judging, form).Of(
                [.. songs.Select((song, index) => (song, files.Songs[index], Again(arguments, song, files.Songs[index])))], threads),
            progress,
            cancellation);
    }

    /// <summary>The command line that composes a song again.</summary>
    private string Again(ParseResult arguments, ChosenSong song, string file) =>
        _files.Again(arguments, song.FirstSeed, file, _seed, _json, _choosing.Best);

    /// <summary>Writes each song with its record, and the whole one that it starts from.</summary>
    private static void Write(
        ComposedFiles files,
        IReadOnlyList<ChosenSong> songs,
        WrittenForm form,
        int threads,
        CancellationToken cancellation)
    {
        List<(string File, Score Song)> saved = [];
        for (int index = 0; index < songs.Count; index++)
        {
            RecordFiles.Save(files.Songs[index], songs[index].Song, form, songs[index].Primer.RecordName);
            saved.Add((files.Songs[index], songs[index].Song.ToScore(form)));
            if (files.HasBase)
            {
                Score whole = form.ApplyTo(songs[index].Song.Encoding.Write(songs[index].Primer.Melody));
                OutputFile.Write(files.BaseSongs[index], stream => stream.Write(whole.ToMidi().ToBytes()));
                saved.Add((files.BaseSongs[index], whole));
            }
        }

        files.Sound(saved, threads, cancellation);
    }

    private void Tell(ParseResult arguments, ComposeDocument[] documents, ComposedForm form, ToolConsole console)
    {
        bool json = arguments.GetValue(_json);
        if (json && _files.HasCount(arguments))
        {
            JsonOutput.Write(console, new ComposeDocuments(documents), ComposeJson.Default.ComposeDocuments);
        }
        else if (json)
        {
            JsonOutput.Write(console, documents[0], ComposeJson.Default.ComposeDocument);
        }
        else
        {
            ConsoleStream notes = console.Progress(_live.IsAskedFor(arguments)); // what was played stands on standard output alone
            foreach (ComposeDocument document in documents)
            {
                notes.WriteLine(ToolConsole.OneLine(document.ToString()));
                foreach (string reason in document.Reasons())
                {
                    notes.WriteLine("  " + ToolConsole.OneLine(reason));
                }
            }

            if (form.InWords(documents.Length) is { Length: > 0 } sentence)
            {
                notes.WriteLine(sentence);
            }
        }
    }
}
