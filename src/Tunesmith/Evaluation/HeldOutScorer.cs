using System.Globalization;
using Tunesmith.Compute;
using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>Scores predictors on songs: the one place where loss, accuracy and accuracy at moves are computed, for all alike.</summary>
public static class HeldOutScorer
{
    /// <summary>Scores a predictor on songs. Songs are scored side by side; their scores are added in the order of the songs.</summary>
    /// <param name="predictor">What is scored.</param>
    /// <param name="songs">Songs it has not learned from.</param>
    /// <param name="options">Which steps are scored; as <c>new ScoringOptions()</c> says where it is null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EvaluationException">
    /// The songs are not all of one encoding, or not of the predictor's; or the predictor gave what came a probability that is none, or 0.
    /// </exception>
    public static HeldOutScore Score(
        IPredictor predictor,
        IReadOnlyList<TokenSequence> songs,
        ScoringOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new ScoringOptions();
        options.Validate();
        SameEncoding.Require(songs);
        Tally[] tallies = [.. songs.Select(_ => new Tally())];
        predictor.Predict(songs, options.From, options.Threads, Receive, cancellationToken);
        return HeldOutScore.Total(tallies.Select(tally => tally.Score()));

        void Receive(int song, int step, StepPrediction prediction)
        {
            ReadOnlySpan<int> tokens = songs[song].Tokens;
            if (tokens[step] == options.LeftOut)
            {
                return;
            }

            if (!(prediction.Probability > 0) || !double.IsFinite(prediction.Probability))
            {
                throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected \"{predictor.Name}\" to give every token a probability above 0, found {prediction.Probability} "
                    + $"at step {step} of song {song}: it cannot be scored on such steps"));
            }

            tallies[song].Add(prediction, tokens[step], songs[song].Encoding.IsMove(tokens[step], tokens[step - 1]));
        }
    }

    /// <summary>The sums of one song.</summary>
    private sealed class Tally
    {
        private long _steps;
        private double _nats;
        private long _hits;
        private long _moves;
        private long _moveHits;

        public void Add(StepPrediction prediction, int token, bool isMove)
        {
            _steps++;
            _nats -= Functions.Log(Math.Min(1, prediction.Probability)); // a sum of rounded probabilities may exceed 1 by a trace
            bool hit = prediction.Likeliest == token;
            _hits += hit ? 1 : 0;
            _moves += isMove ? 1 : 0;
            _moveHits += isMove && hit ? 1 : 0;
        }

        public HeldOutScore Score() => new() { Steps = _steps, Nats = _nats, Hits = _hits, Moves = _moves, MoveHits = _moveHits };
    }
}
