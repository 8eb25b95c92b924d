using Tunesmith.Model;

namespace Tunesmith.Tests.Model;

/// <summary>
/// The network written out plainly in double: one window after another, one unit after another, forward only. It shares no line with
/// the engine, and its central differences are the gradients that the engine must find.
/// </summary>
internal sealed class DoubleNetwork
{
    private readonly NetworkShape _shape;
    private readonly Dictionary<string, double[]> _tensors;

    /// <summary>Takes a network's weights as they are now.</summary>
    public DoubleNetwork(Parameters parameters)
    {
        _shape = parameters.Shape;
        _tensors = parameters.Names.ToDictionary(name => name, name => parameters.Get(name).Select(value => (double)value).ToArray());
    }

    /// <summary>The weighted mean loss of a batch, in nats.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="masks">What each output of the top layer is multiplied by, given scored step, window and unit; null for 1.</param>
    public double Loss(WindowBatch batch, Func<int, int, int, double>? masks = null)
    {
        double loss = 0;
        double weight = 0;
        ForEachTarget(batch, (logits, outcomes, _, w) =>
        {
            double sum = logits.Sum(Math.Exp);
            double hit = outcomes.Sum(outcome => Math.Exp(logits[outcome]));
            loss -= hit == 0 ? 0 : w * Math.Log(hit / sum);
            weight += w;
        }, masks);
        return loss / weight;
    }

    /// <summary>The share of targets of some weight that hold the likeliest token; a target of none is taken for outcome 0.</summary>
    public double Accuracy(WindowBatch batch)
    {
        int hits = 0;
        int targets = 0;
        ForEachTarget(batch, (logits, outcomes, pointsTo, weight) =>
        {
            if (weight == 0)
            {
                return;
            }

            double[] tokens = [.. logits[..^pointsTo.Length].Select(Math.Exp)];
            for (int index = 0; index < pointsTo.Length; index++)
            {
                tokens[Math.Max(0, pointsTo[index])] += Math.Exp(logits[tokens.Length + index]);
            }

            int likeliest = Array.IndexOf(tokens, tokens.Max());
            hits += outcomes.Contains(likeliest) || (outcomes.Length == 0 && likeliest == 0) ? 1 : 0;
            targets++;
        });
        return (double)hits / targets;
    }

    /// <summary>The slope of the loss along one weight, by central differences.</summary>
    public double Slope(WindowBatch batch, string name, int index, Func<int, int, int, double>? masks = null)
    {
        const double Distance = 1e-5;
        double[] tensor = _tensors[name];
        double value = tensor[index];
        tensor[index] = value + Distance;
        double above = Loss(batch, masks);
        tensor[index] = value - Distance;
        double below = Loss(batch, masks);
        tensor[index] = value;
        return (above - below) / (2 * Distance);
    }

    /// <summary>
    /// Visits every target: the logits, negative infinity for missing outcomes; its outcomes; to what the optional ones point; its weight.
    /// </summary>
    private void ForEachTarget(
        WindowBatch batch, Action<double[], int[], int[], float> visit, Func<int, int, int, double>? masks = null)
    {
        for (int window = 0; window < batch.Windows; window++)
        {
            double[][] h = [.. _shape.Hidden.Select(size => new double[size])];
            double[][] c = [.. _shape.Hidden.Select(size => new double[size])];
            for (int t = 0; t < batch.Steps; t++)
            {
                int[] rows = batch.Rows[(((t * batch.Windows) + window) * batch.RowsPerStep)..][..batch.RowsPerStep];
                Step(h, c, rows, batch.RowScale);
                if (t >= batch.ScoreFrom)
                {
                    double[] top = [.. h[^1].Select((value, unit) => value * (masks?.Invoke(t - batch.ScoreFrom, window, unit) ?? 1))];
                    int target = ((t - batch.ScoreFrom) * batch.Windows) + window;
                    int[] pointsTo = batch.PointsTo[(target * batch.OptionalOutcomes)..][..batch.OptionalOutcomes];
                    int perTarget = batch.OptionalOutcomes * batch.EvidencePerOutcome;
                    int[] evidence = batch.Evidence[(target * perTarget)..][..perTarget];
                    int tokens = _shape.Outputs - pointsTo.Length;
                    double[] logits = [.. Enumerable.Range(0, _shape.Outputs).Select(o => IsMissing(o, pointsTo)
                        ? double.NegativeInfinity
                        : Logit(top, rows, batch.RowScale, o) + Score(evidence, batch.EvidencePerOutcome, o - tokens))];
                    int[] slots = batch.Outcomes[(target * batch.OutcomesPerTarget)..][..batch.OutcomesPerTarget];
                    int[] outcomes = [.. slots.Where(o => o >= 0)];
                    visit(logits, outcomes, pointsTo, batch.Weights[target]);
                }
            }
        }
    }

    private bool IsMissing(int outcome, int[] pointsTo)
    {
        int index = outcome - (_shape.Outputs - pointsTo.Length);
        return index >= 0 && pointsTo[index] < 0;
    }

    private double Logit(double[] h, int[] rows, double scale, int outcome)
    {
        double logit = _tensors["out.bo"][outcome] + Dot(h, _tensors["out.Wo"], outcome, _shape.Outputs);
        return _shape.Skip
            ? logit + rows.Where(row => row >= 0).Sum(row => scale * _tensors["out.Ws"][(row * _shape.Outputs) + outcome])
            : logit;
    }

    /// <summary>What the evidence of an optional outcome adds to its logit; nothing to that of a token, whose number is below 0.</summary>
    private double Score(int[] evidence, int perOutcome, int optional) => optional < 0
        ? 0
        : evidence[(optional * perOutcome)..][..perOutcome].Where(row => row >= 0).Sum(row => _tensors["out.e"][row]);

    private void Step(double[][] h, double[][] c, int[] rows, double scale)
    {
        for (int layer = 0; layer < h.Length; layer++)
        {
            int size = _shape.Hidden[layer];
            double[] z = [.. _tensors[$"layer{layer}.b"]];
            for (int column = 0; column < 4 * size; column++)
            {
                z[column] += Dot(h[layer], _tensors[$"layer{layer}.Wh"], column, 4 * size);
                if (layer > 0)
                {
                    z[column] += Dot(h[layer - 1], _tensors[$"layer{layer}.Wx"], column, 4 * size);
                    continue;
                }

                foreach (int row in rows)
                {
                    z[column] += row < 0 ? 0 : scale * _tensors["layer0.Wx"][(row * 4 * size) + column];
                }
            }

            for (int unit = 0; unit < size; unit++)
            {
                double input = Sigmoid(z[unit]);
                double forget = Sigmoid(z[size + unit]);
                double candidate = Math.Tanh(z[(2 * size) + unit]);
                double output = Sigmoid(z[(3 * size) + unit]);
                c[layer][unit] = (forget * c[layer][unit]) + (input * candidate);
                h[layer][unit] = output * Math.Tanh(c[layer][unit]);
            }
        }
    }

    private static double Dot(double[] x, double[] matrix, int column, int columns)
    {
        double sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += x[k] * matrix[(k * columns) + column];
        }

        return sum;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
