using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Commands.Composing.Options;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Composing.Provenance;
using Tunesmith.Composing.Variations;
using Tunesmith.Corpus;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Model;
using Tunesmith.Music;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Composing;

/// <content><c>--vary</c>: some bars of a song anew.</content>
internal sealed partial class ComposeCommand
{
    private void Vary(ParseResult arguments, ToolConsole console, CancellationToken cancellation)
    {
        int count = _files.Count(arguments);
        ComposedFiles files = _files.Read(arguments, hasBase: false, count);
        FileRole[] written = files.Written();
        FilesApart.Check(written, FilesRead(arguments));
        (MelodyModel model, Recipe recipe) = ReadModel(arguments);
        Array.ForEach(written, file => OutputFile.CheckWritable(file.Path));
        if (model.Definition.FindEncoding().Voice is null)
        {
            throw new ToolException(
                $"--vary takes a model that hears one voice of a song, and the recipe {recipe.Name} hears all of it as one");
        }

        ulong seed = arguments.GetValue(_seed) ?? (ulong)Random.Shared.Next();
        CorpusOptions hearing = new() { Encoding = model.Definition.FindEncoding(), MinSteps = recipe.MinSteps };
        PrimerSong song = _primer.Read(arguments, model, hearing, seed, count: 1, cancellation)[0];
        PrimerOptions.Warn(console, song);
        Score original = song.Score!;
        VariedBars bars = _vary.Read(arguments, hearing.Encoding.Hear(original), song.Name);
        Composer composer = new(model);
        Melody? rhythm = _constraints.ReadRhythm(arguments, composer.Encoding, console);
        CompositionOptions options = ChoicesOf(arguments, composer, rhythm, [bars.Primer], console) with { Seed = seed };
        int threads = arguments.GetValue(_threads) ?? Environment.ProcessorCount;
        IReadOnlyList<VariedDraft> drafts = BarVariations.Compose(model, bars, options, _vary.Drafts(arguments), threads, cancellation);
        if (drafts.Count < count)
        {
            throw new ToolException(FormattableString.Invariant(
                $"of {_vary.Drafts(arguments)} drafts only {drafts.Count} differ; ask for fewer with --count, or for more with --drafts"));
        }

        List<(string File, Score Song)> saved = [];
        for (int index = 0; index < count; index++)
        {
            Score varied = bars.With(original, drafts[index].Draft);
            RecordFiles.Save(files.Songs[index], varied, CompositionRecord.Of(drafts[index].Draft, bars, original, song.RecordName)!);
            saved.Add((files.Songs[index], varied));
        }

        files.Sound(saved, threads, cancellation);
        Tell([.. drafts.Take(count).Select((draft, index) => VariationDocument.Of(draft, files, index, song.Name))], arguments, console);
    }

    private void Tell(VariationDocument[] documents, ParseResult arguments, ToolConsole console)
    {
        if (!arguments.GetValue(_json))
        {
            foreach (VariationDocument document in documents)
            {
                console.Output.WriteLine(ToolConsole.OneLine(document.ToString()));
                console.Output.WriteLine("  " + ToolConsole.OneLine(document.InWords));
            }
        }
        else if (_files.HasCount(arguments))
        {
            JsonOutput.Write(console, new VariationDocuments(documents), VariationJson.Default.VariationDocuments);
        }
        else
        {
            JsonOutput.Write(console, documents[0], VariationJson.Default.VariationDocument);
        }
    }
}
