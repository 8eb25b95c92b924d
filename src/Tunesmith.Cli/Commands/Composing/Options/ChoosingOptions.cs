using System.CommandLine;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Experiments.Choosing;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>The options that say what to keep of what is composed.</summary>
internal sealed class ChoosingOptions
{
    private readonly Option<double?> _original = NumberOption.Create(
        "--original",
        "Compose a song anew, up to 100 times, until it ranks below P of 100 in what real songs share with others",
        0.01,
        100.0);

    private readonly Option<int?> _best = NumberOption.Create(
        "--best", "Keep the K best songs of --count, judged beside real ones, best first; otherwise all", 1, SongNames.Most);

    private readonly Option<string?> _against = new("--against")
    {
        Description = "The real songs to judge by, a folder or songbook; otherwise those of --corpus, or those of a songbook model",
        HelpName = "FOLDER",
    };

    /// <summary>Makes the options.</summary>
    public ChoosingOptions()
    {
        _original.HelpName = "P";
        _best.HelpName = "K";
    }

    /// <summary>The option that says how many are kept: it is not for one song.</summary>
    public Option Best => _best;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_best);
        command.Add(_original);
        command.Add(_against);
    }

    /// <summary>How many songs are kept.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="count">How many are composed.</param>
    public int Kept(ParseResult arguments, int count) => arguments.GetValue(_best) ?? count;

    /// <summary>Checks that there is something to choose from and to choose for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="count">How many songs are composed; null where it is not said.</param>
    /// <param name="isLive">Whether the song is played as it is composed.</param>
    /// <exception cref="UsageException">The options do not fit together.</exception>
    public void Check(ParseResult arguments, int? count, bool isLive)
    {
        (int? best, double? original) = (arguments.GetValue(_best), arguments.GetValue(_original));
        if (best > (count ?? 0))
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"--best {best} chooses among more songs than that; say with --count how many to compose"));
        }

        if (isLive && (best ?? original) is not null)
        {
            throw new UsageException("--live plays a song while it is composed, before it can be chosen; leave --best and --original out");
        }
    }

    /// <summary>The real songs to judge by; null where there are none and nothing is chosen by them.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="primer">What composing starts from.</param>
    /// <param name="model">The model that composes.</param>
    /// <param name="hearing">How it hears songs.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="UsageException">There are none to judge by.</exception>
    public JudgingSongs? FindSongs(
        ParseResult arguments, PrimerSong primer, MelodyModel model, CorpusOptions hearing, CancellationToken cancellation)
    {
        string? judge = arguments.GetValue(_original) is not null ? _original.Name
            : arguments.GetValue(_best) is not null ? _best.Name
            : null;
        return JudgingSongs.Find(arguments.GetValue(_against), primer, model, hearing, cancellation)
            ?? (judge is null ? null : throw new UsageException($"{judge} judges songs beside real ones; name some with --against FOLDER"));
    }

    /// <summary>Composes the songs, and keeps those that are asked for: in order of their seeds, or best first.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="composer">What composes.</param>
    /// <param name="primers">What each song starts from.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="judges">What makes a judge, where there are songs to judge by.</param>
    /// <param name="threads">How many threads compose.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="ToolException">A song does not become original enough.</exception>
    public IReadOnlyList<ChosenSong> Compose(
        ParseResult arguments,
        Composer composer,
        IReadOnlyList<PrimerSong> primers,
        CompositionOptions options,
        (JudgingSongs? Songs, MelodyModel Model) judges,
        int threads,
        CancellationToken cancellation)
    {
        Melody[] beginnings = [.. primers.Select(primer => primer.Primer)];
        ChosenSong[] songs;
        if (arguments.GetValue(_original) is { } below)
        {
            OriginalDraft[] drafts =
                [.. OriginalDrafts.Compose(composer, beginnings, options, judges.Songs!.Index, below, threads, cancellation)];
            int failed = Array.FindIndex(drafts, draft => !draft.IsOriginal);
            songs = failed < 0
                ? [.. drafts.Select((draft, index) => Chosen(draft.Song, index) with { Original = draft })]
                : throw new ToolException(NotOriginal(drafts[failed], OriginalDrafts.SeedOf(options.Seed, failed, 0), below));
        }
        else
        {
            songs = [.. composer.ComposeMany(beginnings, options, threads, cancellation).Select(Chosen)];
        }

        if (arguments.GetValue(_best) is not { } kept)
        {
            return songs;
        }

        IReadOnlyList<DraftScore> scores =
            judges.Songs!.JudgeOf(judges.Model, threads, cancellation).Judge([.. songs.Select(song => song.Song)], cancellation);
        return [.. DraftJudge.Rank(scores).Take(kept).Select(song => songs[song] with { Score = scores[song] })];

        ChosenSong Chosen(Composition song, int index) =>
            new(song, primers[index], OriginalDrafts.SeedOf(options.Seed, index, 0));
    }

    private static string NotOriginal(OriginalDraft draft, ulong seed, double below)
    {
        string drafts = string.Create(CultureInfo.InvariantCulture, $"of {draft.Drafts} drafts from seed {seed}");
        return draft.Percentile is { } percentile
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{drafts} none is below --original {below}: of 100 real songs {percentile:0.#} share less than the most original; ")
                + "raise --original or --temperature, or start from another song"
            : $"{drafts} none can be judged: that takes 8 notes of their own, and songs of other titles to judge by; compose more steps";
    }
}
