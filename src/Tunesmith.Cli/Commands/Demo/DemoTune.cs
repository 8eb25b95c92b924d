using Tunesmith.Analysis;
using Tunesmith.Analysis.Originality;
using Tunesmith.Cli.Commands.Composing;
using Tunesmith.Composing;
using Tunesmith.Composing.Constraints;
using Tunesmith.Composing.Samplers;
using Tunesmith.Corpus;
using Tunesmith.Model;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Demo;

/// <summary>
/// One tune of the demo. It begins with the first bars of a tune that the network has not learned, goes on with notes that this tune has,
/// and is the best of several drafts: the one that ends best, and of those the one whose share of bars that have stood before is closest
/// to the songbook's.
/// </summary>
/// <param name="Begun">The tune that it begins like.</param>
/// <param name="Song">The whole tune.</param>
/// <param name="Bars">How many bars of it were composed.</param>
internal sealed record DemoTune(CorpusFile Begun, Composition Song, int Bars)
{
    /// <summary>The bars that a tune begins with.</summary>
    public const int BarsBegun = 4;

    /// <summary>How many drafts of each tune are composed.</summary>
    public const int Drafts = 8;

    private const int FewestBars = 16;
    private const int MostBars = 24;
    private const double Temperature = 0.9; // bolder, tunes lose their way; tamer, they turn in circles

    private static readonly Meter[] MetersInOrder = [new(2, 4), new(3, 4), new(4, 4), new(6, 8)];

    /// <summary>Its notes.</summary>
    public Melody Melody => Song.Melody;

    /// <summary>How many of its steps are the begun tune's.</summary>
    public int BegunWith => Song.PrimerSteps;

    /// <summary>What the tune that it begins like is called in its record.</summary>
    public string RecordName => PrimerSong.RecordNameOf(Begun);

    /// <summary>Its meter.</summary>
    public Meter Meter => Melody.Meters.At(0);

    /// <summary>How much of what was composed has stood before in the tune.</summary>
    public RecurringBars Form => RecurringBars.Of(Melody, BegunWith);

    /// <summary>What was composed shares with the songs of an index.</summary>
    public OriginalityReport OriginalityIn(OriginalityIndex songs) => songs.Judge(Melody, BegunWith);

    /// <summary>Composes four tunes, each in another meter where the tunes to begin with allow it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="songbook">The songs that it comes from.</param>
    /// <param name="heldOut">The numbers of those that it has not learned; at least four.</param>
    /// <param name="usualForm">How many of the songs' bars have stood before in their song.</param>
    /// <param name="seed">What fixes all choices.</param>
    /// <param name="threads">How many threads compose; the tunes do not depend on it.</param>
    /// <param name="cancellation">Stops the composing.</param>
    public static DemoTune[] ComposeAll(
        MelodyModel model,
        SongCorpus songbook,
        IReadOnlyList<int> heldOut,
        RecurringBars usualForm,
        ulong seed,
        int threads,
        CancellationToken cancellation)
    {
        Composer composer = new(model);
        double usual = usualForm.Share ?? 0;
        List<CorpusFile> open = [.. heldOut.Select(song => songbook.Songs[song])];
        List<DemoTune> tunes = [];
        foreach (Meter meter in MetersInOrder)
        {
            ulong own = unchecked(seed + (ulong)(tunes.Count * Drafts));
            CorpusFile[] fitting = [.. open.Where(song => song.Melody!.Meters.At(0) == meter)];
            IReadOnlyList<CorpusFile> choice = fitting.Length > 0 ? fitting : open;
            CorpusFile begun = choice[Composer.ChooseSong(choice.Count, own)];
            open.Remove(begun);
            tunes.Add(Compose(composer, begun, own, usual, threads, cancellation));
        }

        return [.. tunes];
    }

    private static DemoTune Compose(
        Composer composer,
        CorpusFile begun,
        ulong seed,
        double usualForm,
        int threads,
        CancellationToken cancellation)
    {
        Melody song = begun.Melody!;
        int bar = song.PositionAt(0).Length;
        Melody primer = song.Take(BarsBegun * bar);
        Pitch[] pitches = [.. song.SoundingPitches().Where(pitch => pitch >= 0).Select(pitch => new Pitch(pitch))];
        CompositionOptions options = new()
        {
            Steps = MostBars * bar,
            Seed = seed,
            Sampling = [new TemperatureStep(Temperature)],
            Constraints = [new OnlyPitches(PitchSet.Of(pitches))],
        };
        IReadOnlyList<Composition> drafts =
            composer.ComposeMany([.. Enumerable.Repeat(primer, Drafts)], options, threads, cancellation);
        (Composition draft, TuneEnd end) = drafts
            .Select(draft => (Draft: draft, End: EndOf(draft.Melody, home: pitches[^1])))
            .OrderByDescending(draft => draft.End.Points)
            .ThenBy(draft => Math.Abs((FormOf(draft.End.Close(draft.Draft.Melody), primer).Share ?? 0) - usualForm))
            .First();

        // What is composed up to the end does not depend on what came after it.
        CompositionOptions whole = draft.Options with { Steps = end.Step - primer.Length, CloseBar = true };
        return new DemoTune(begun, composer.Compose(primer, whole, cancellation), end.Bars - BarsBegun);
    }

    private static RecurringBars FormOf(Melody tune, Melody primer) => RecurringBars.Of(tune, primer.Length);

    private static TuneEnd EndOf(Melody draft, Pitch home) =>
        TuneEnd.Best(draft, BarsBegun + FewestBars, BarsBegun + MostBars, home);
}
