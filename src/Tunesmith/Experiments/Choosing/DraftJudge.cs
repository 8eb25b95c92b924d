using Tunesmith.Analysis.Originality;
using Tunesmith.Analysis.Statistics;
using Tunesmith.Composing;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Evaluation;
using Tunesmith.Model;

namespace Tunesmith.Experiments.Choosing;

/// <summary>
/// Scores composed songs beside real ones (<see cref="DraftScore"/>) and ranks them. Only what was composed is judged; its primer is known,
/// but does not count.
/// </summary>
public sealed class DraftJudge
{
    private readonly OriginalityIndex _index;
    private readonly SongSetStatistics _statistics;
    private readonly double? _realDistance;
    private readonly ModelPredictor _predictor;
    private readonly int _restToken;
    private readonly StepNats[] _realNats;
    private readonly Dictionary<int, LikelihoodBand> _bands = [];
    private readonly int _threads;

    private DraftJudge(MelodyModel model, SongCorpus corpus, OriginalityIndex index, int? threads, CancellationToken cancellationToken)
    {
        _threads = threads ?? Environment.ProcessorCount;
        _index = index;
        SongStatistics[] real = [.. corpus.Songs.Select(song => SongStatistics.Of(song.Melody!))];
        _statistics = new SongSetStatistics(real);
        double[] distances = [.. real.Select(_statistics.DistanceOf).OfType<double>().Order()];
        _realDistance = distances.Length == 0 ? null : (distances[(distances.Length - 1) / 2] + distances[distances.Length / 2]) / 2;
        _restToken = model.Definition.FindEncoding().RestToken;
        _predictor = new ModelPredictor(model);
        _realNats = StepNats.Of(_predictor, corpus.Sequences(), _restToken, 1, _threads, cancellationToken);
    }

    /// <summary>Measures real songs.</summary>
    /// <param name="model">The model that composes.</param>
    /// <param name="corpus">The songs, heard in the model's encoding.</param>
    /// <param name="index">The same songs for their originality; null to make it.</param>
    /// <param name="threads">How many threads work; 1 or more, null for all processors. Scores do not depend on it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CorpusException">There is no song.</exception>
    /// <exception cref="EvaluationException">The songs were not heard in the model's encoding.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static DraftJudge Create(
        MelodyModel model,
        SongCorpus corpus,
        OriginalityIndex? index = null,
        int? threads = null,
        CancellationToken cancellationToken = default)
    {
        corpus.RequireSongs();
        index ??= CorpusOriginality.Build(corpus, threads, cancellationToken);
        return new DraftJudge(model, corpus, index, threads, cancellationToken);
    }

    /// <summary>Scores songs.</summary>
    /// <param name="songs">The songs, by the model of the judge.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvaluationException">They are not in the encoding of the judge's model.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<DraftScore> Judge(IReadOnlyList<Composition> songs, CancellationToken cancellationToken = default)
    {
        TokenSequence[] heard = [.. songs.Select(song => song.HeardTokens)];
        int first = songs.Select(song => song.HeardPrimer.Length).DefaultIfEmpty(1).Min();
        StepNats[] nats = StepNats.Of(_predictor, heard, _restToken, first, _threads, cancellationToken);
        DraftScore[] scores = new DraftScore[songs.Count];
        for (int song = 0; song < scores.Length; song++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scores[song] = new DraftScore(
                LikelihoodOf(nats[song].Mean(songs[song].HeardPrimer.Length), songs[song].HeardPrimer.Length),
                OriginalityOf(songs[song]),
                StatisticsOf(songs[song]));
        }

        return scores;
    }

    /// <summary>Ranks songs: the highest score first, and of equals the first.</summary>
    /// <param name="scores">The scores of songs.</param>
    /// <returns>The numbers of the songs, best first.</returns>
    public static IReadOnlyList<int> Rank(IReadOnlyList<DraftScore> scores) =>
        [.. Enumerable.Range(0, scores.Count).OrderByDescending(song => scores[song].Total)];

    private LikelihoodPart LikelihoodOf(double? nats, int primerSteps)
    {
        LikelihoodBand band = BandAfter(primerSteps);
        return new LikelihoodPart(nats is { } known ? band.Score(known) : 0, nats, band);
    }

    /// <summary>
    /// The band of the real songs' steps after as long a beginning, which are easier to tell the longer it is; of whole songs where none is
    /// longer.
    /// </summary>
    private LikelihoodBand BandAfter(int steps)
    {
        if (!_bands.TryGetValue(steps, out LikelihoodBand band))
        {
            double[] later = [.. _realNats.Select(song => song.Mean(steps)).OfType<double>()];
            double[] whole = later.Length > 0 ? later : [.. _realNats.Select(song => song.Mean(1)).OfType<double>()];
            band = whole.Length > 0 ? LikelihoodBand.Of(whole) : default;
            _bands.Add(steps, band);
        }

        return band;
    }

    private OriginalityPart? OriginalityOf(Composition song) =>
        _index.RealSongs == 0 ? null : OriginalityPart.Of(_index.Measure(song.Melody, song.PrimerSteps).Standing);

    private StatisticsPart? StatisticsOf(Composition song) =>
        _realDistance is { } real && _statistics.DistanceOf(SongStatistics.Of(StatisticsComparison.Composed(song))) is { } distance
            ? new StatisticsPart(distance, real)
            : null;
}
