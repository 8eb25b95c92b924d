namespace Tunesmith.Audio;

/// <summary>
/// The integrated loudness of a stereo sound in LUFS, as ITU-R BS.1770-4 has it: <c>-0.691 + 10 log10(mean square left + mean square
/// right)</c> of the weighted channels (<see cref="KWeighting"/>), over those blocks of 0.4 s (one begins every 0.1 s) that are louder
/// than -70 LUFS and no more than 10 LU softer than the mean of these. A sine of 1 kHz that reaches full scale in one channel has -3.01
/// LUFS. A sound shorter than a block counts as one that is silent to its end.
/// </summary>
public sealed class LoudnessMeter
{
    private const double Offset = -0.691;
    private const double AbsoluteGate = -70;
    private const double RelativeGate = -10;
    private const int PiecesInBlock = 4;

    private readonly List<double> _pieces = []; // the weighted square sums of tenths of a second
    private readonly int _pieceLength;
    private KWeighting _left;
    private KWeighting _right;
    private double _sum;
    private int _length;

    /// <summary>Makes a meter.</summary>
    /// <param name="sampleRate">Samples a second; 8,000 to 192,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public LoudnessMeter(int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, 192_000);
        _pieceLength = (sampleRate + 5) / 10;
        _left = new KWeighting(sampleRate);
        _right = new KWeighting(sampleRate);
    }

    /// <summary>The loudness of all that has been heard; negative infinity for silence.</summary>
    public double Loudness => LoudnessOver([.. Blocks()], AbsoluteGate);

    /// <summary>Hears more.</summary>
    /// <param name="left">The left channel, full scale being 1.</param>
    /// <param name="right">The right channel, as long; of a mono sound the same again.</param>
    public void Add(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        for (int t = 0; t < left.Length; t++)
        {
            double one = _left.Next(left[t]);
            double other = _right.Next(right[t]);
            _sum += (one * one) + (other * other);
            if (++_length == _pieceLength)
            {
                _pieces.Add(_sum);
                (_sum, _length) = (0, 0);
            }
        }
    }

    /// <summary>
    /// By how many decibels all that has been heard must be made louder to have a loudness; positive infinity for silence. Where it is
    /// soft, more of it passes the gates when it is louder, and so this is more than the difference.
    /// </summary>
    internal double GainTo(double loudness)
    {
        double[] blocks = [.. Blocks()];
        double gain = loudness - LoudnessOver(blocks, double.NegativeInfinity);
        for (int turn = 0; turn < 4 && double.IsFinite(gain); turn++)
        {
            gain = loudness - LoudnessOver(blocks, AbsoluteGate - gain);
        }

        return gain;
    }

    private static double LoudnessOver(double[] blocks, double threshold)
    {
        double mean = MeanOver(blocks, threshold);
        return Of(MeanOver(blocks, Math.Max(threshold, Of(mean) + RelativeGate)));
    }

    private static double Of(double power) => Offset + Decibels.OfPower(power);

    private static double MeanOver(double[] blocks, double threshold)
    {
        double sum = 0;
        int count = 0;
        foreach (double block in blocks)
        {
            if (Of(block) > threshold)
            {
                sum += block;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private IEnumerable<double> Blocks()
    {
        double length = PiecesInBlock * _pieceLength;
        if (_pieces.Count < PiecesInBlock)
        {
            return [(_pieces.Sum() + _sum) / length];
        }

        return Enumerable.Range(0, _pieces.Count - PiecesInBlock + 1)
            .Select(first => (_pieces[first] + _pieces[first + 1] + _pieces[first + 2] + _pieces[first + 3]) / length);
    }
}
