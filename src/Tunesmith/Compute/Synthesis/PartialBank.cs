namespace Tunesmith.Compute.Synthesis;

/// <summary>
/// Decaying sines added up, block by block: sample t is the sum over partials of <c>Im(S_p z_p^t)</c>, where
/// <c>z_p = r_p e^(2 pi i f_p)</c> turns by f_p and shrinks by r_p each sample, and the phasor S_p is where the partial stands.
/// </summary>
/// <remarks>
/// The powers of z up to a block's length are kept, so that a sample takes two multiply-adds a partial. Lanes run along the samples, and
/// partials are added in their order: every vector width gives the same bits.
/// </remarks>
internal sealed unsafe class PartialBank
{
    /// <summary>The most partials.</summary>
    public const int Most = 48;

    private const int Block = SampleBlock.Length;

    private readonly FloatBuffer _powers = new(Most * 2 * Block); // of each partial the real parts, then the imaginary ones
    private readonly float[] _real = new float[Most];
    private readonly float[] _imaginary = new float[Most];
    private readonly float[] _lastReal = new float[Most]; // z to the power of a whole block
    private readonly float[] _lastImaginary = new float[Most];

    /// <summary>How many partials sound. Those from this number on are left out.</summary>
    public int Count { get; set; }

    /// <summary>Adds a partial.</summary>
    /// <param name="frequency">Turns a sample; 0 to 1/2.</param>
    /// <param name="decay">What the amplitude is multiplied by each sample; up to 1.</param>
    /// <param name="amplitude">The amplitude at first.</param>
    /// <param name="phase">The phase at first, in turns.</param>
    public void Add(double frequency, double decay, double amplitude, double phase)
    {
        (double sine, double cosine) = Functions.SineAndCosine(phase);
        _real[Count] = (float)(amplitude * cosine);
        _imaginary[Count] = (float)(amplitude * sine);
        Count++;
        Tune(Count - 1, frequency, decay);
    }

    /// <summary>Gives a partial another frequency and decay; it goes on from where it stands.</summary>
    public void Tune(int partial, double frequency, double decay)
    {
        Span<float> real = _powers.Slice(partial * 2 * Block, Block);
        Span<float> imaginary = _powers.Slice((partial * 2 * Block) + Block, Block);
        (double sine, double cosine) = Functions.SineAndCosine(frequency);
        (double zReal, double zImaginary) = (decay * cosine, decay * sine);
        (real[0], imaginary[0]) = (1, 0);
        for (int length = 1; length < Block; length *= 2)
        {
            for (int index = 0; index < length; index++)
            {
                real[length + index] = (float)((zReal * real[index]) - (zImaginary * imaginary[index]));
                imaginary[length + index] = (float)((zReal * imaginary[index]) + (zImaginary * real[index]));
            }

            (zReal, zImaginary) = ((zReal * zReal) - (zImaginary * zImaginary), 2 * zReal * zImaginary);
        }

        (_lastReal[partial], _lastImaginary[partial]) = ((float)zReal, (float)zImaginary);
    }

    /// <summary>The amplitude of a partial now, squared.</summary>
    public float PowerOf(int partial) =>
        (_real[partial] * _real[partial]) + (_imaginary[partial] * _imaginary[partial]);

    /// <summary>Writes a block, and goes on.</summary>
    /// <param name="destination">Receives a block of samples, of which those after <paramref name="length"/> mean nothing.</param>
    /// <param name="length">How many samples to go on by; 1 to those of a block.</param>
    /// <param name="bits">The vector width to use.</param>
    public void Render(Span<float> destination, int length, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, Block);
        fixed (float* powers = _powers.Span, real = _real, imaginary = _imaginary, samples = destination)
        {
            VectorWidth.Run(new Kernel(powers, real, imaginary, samples, Count), bits);
        }

        for (int partial = 0; partial < Count; partial++)
        {
            float zReal = _lastReal[partial];
            float zImaginary = _lastImaginary[partial];
            if (length < Block)
            {
                zReal = _powers.Span[(partial * 2 * Block) + length];
                zImaginary = _powers.Span[(partial * 2 * Block) + Block + length];
            }

            float turned = (_real[partial] * zReal) - (_imaginary[partial] * zImaginary);
            _imaginary[partial] = (_real[partial] * zImaginary) + (_imaginary[partial] * zReal);
            _real[partial] = turned;
        }
    }

    private readonly struct Kernel(float* powers, float* real, float* imaginary, float* samples, int count) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            int lanes = TWidth.Lanes;
            for (int at = 0; at < Block; at += 4 * lanes)
            {
                TVector sum0 = TWidth.Create(0);
                TVector sum1 = sum0;
                TVector sum2 = sum0;
                TVector sum3 = sum0;
                float* power = powers + at;
                for (int partial = 0; partial < count; partial++, power += 2 * Block)
                {
                    // Im(S z^t) = Im(S) Re(z^t) + Re(S) Im(z^t)
                    TVector a = TWidth.Create(imaginary[partial]);
                    TVector b = TWidth.Create(real[partial]);
                    sum0 = TWidth.Fma(a, TWidth.Load(power), sum0);
                    sum1 = TWidth.Fma(a, TWidth.Load(power + lanes), sum1);
                    sum2 = TWidth.Fma(a, TWidth.Load(power + (2 * lanes)), sum2);
                    sum3 = TWidth.Fma(a, TWidth.Load(power + (3 * lanes)), sum3);
                    sum0 = TWidth.Fma(b, TWidth.Load(power + Block), sum0);
                    sum1 = TWidth.Fma(b, TWidth.Load(power + Block + lanes), sum1);
                    sum2 = TWidth.Fma(b, TWidth.Load(power + Block + (2 * lanes)), sum2);
                    sum3 = TWidth.Fma(b, TWidth.Load(power + Block + (3 * lanes)), sum3);
                }

                TWidth.Store(sum0, samples + at);
                TWidth.Store(sum1, samples + at + lanes);
                TWidth.Store(sum2, samples + at + (2 * lanes));
                TWidth.Store(sum3, samples + at + (3 * lanes));
            }
        }
    }
}
