using System.Runtime.CompilerServices;

namespace Tunesmith.Compute;

/// <summary>
/// The transcendental functions of the engine, made of exactly rounded operations only, so that they give the same bits on every
/// machine and at every vector width. The platform's own do not.
/// </summary>
/// <remarks>
/// <c>e^x = 2^n e^r</c> with n the whole number nearest to <c>x / ln 2</c> and <c>|r| &lt;= ln 2 / 2</c>, where
/// <c>e^r - 1 = r + r^2 q(r)</c>, q a polynomial of degree 5 through the Chebyshev nodes of that range (relative error 2e-9).
/// </remarks>
internal static partial class Functions
{
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693147182f;
    private const float Ln2Low = -1.90465430e-9f;
    private const float RoundingShift = 12582912f; // 1.5 * 2^23: adding it leaves the nearest whole number in the low bits

    private const float Q0 = 0.5f;
    private const float Q1 = 0.166666672f;
    private const float Q2 = 0.0416664667f;
    private const float Q3 = 0.00833331048f;
    private const float Q4 = 0.00139336498f;
    private const float Q5 = 0.00019890991f;

    /// <summary><c>e^x</c>, x clamped to -87..88 so that the result is neither subnormal nor infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TWidth, TVector>(TVector x)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector fraction = FractionOfExp<TWidth, TVector>(TWidth.Clamp(x, TWidth.Create(-87f), TWidth.Create(88f)), out TVector scale);
        return TWidth.Fma(scale, fraction, scale);
    }

    /// <summary><c>1 / (1 + e^-x)</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TWidth, TVector>(TVector x)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector one = TWidth.Create(1f);
        TVector negated = TWidth.Clamp(TWidth.Multiply(x, TWidth.Create(-1f)), TWidth.Create(-87f), TWidth.Create(87f));
        TVector fraction = FractionOfExp<TWidth, TVector>(negated, out TVector scale);
        return TWidth.Divide(one, TWidth.Add(one, TWidth.Fma(scale, fraction, scale)));
    }

    /// <summary>
    /// <c>tanh(x) = u / (u + 2)</c> with <c>u = e^2x - 1</c>, which is exact to a few units in the last place near 0 too.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TWidth, TVector>(TVector x)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector doubled = TWidth.Clamp(TWidth.Add(x, x), TWidth.Create(-20f), TWidth.Create(20f));
        TVector fraction = FractionOfExp<TWidth, TVector>(doubled, out TVector scale);
        TVector u = TWidth.Fma(scale, fraction, TWidth.Subtract(scale, TWidth.Create(1f)));
        return TWidth.Divide(u, TWidth.Add(u, TWidth.Create(2f)));
    }

    /// <summary>
    /// <c>sin(pi r)</c> and <c>cos(pi r)</c>, r being what is left of x beside the nearest whole number: the half of an angle of x turns.
    /// x is at most 2^21 either way; the error is at most 2e-7.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Sine, TVector Cosine) HalfTurn<TWidth, TVector>(TVector x)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector shift = TWidth.Create(RoundingShift);
        TVector rest = TWidth.Subtract(x, TWidth.Subtract(TWidth.Add(x, shift), shift));
        TVector angle = TWidth.Multiply(rest, TWidth.Create(3.14159274f));
        TVector square = TWidth.Multiply(angle, angle);
        TVector sine = TWidth.Fma(TWidth.Create(-2.5052108e-8f), square, TWidth.Create(2.7557319e-6f)); // -1/11!, 1/9!
        sine = TWidth.Fma(sine, square, TWidth.Create(-1.9841270e-4f));
        sine = TWidth.Fma(sine, square, TWidth.Create(8.3333333e-3f));
        sine = TWidth.Fma(sine, square, TWidth.Create(-0.16666667f));
        sine = TWidth.Fma(TWidth.Multiply(sine, square), angle, angle);
        TVector cosine = TWidth.Fma(TWidth.Create(2.0876757e-9f), square, TWidth.Create(-2.7557319e-7f)); // 1/12!, -1/10!
        cosine = TWidth.Fma(cosine, square, TWidth.Create(2.4801587e-5f));
        cosine = TWidth.Fma(cosine, square, TWidth.Create(-1.3888889e-3f));
        cosine = TWidth.Fma(cosine, square, TWidth.Create(4.1666667e-2f));
        cosine = TWidth.Fma(cosine, square, TWidth.Create(-0.5f));
        return (sine, TWidth.Fma(cosine, square, TWidth.Create(1f)));
    }

    /// <summary><c>e^x</c> of one float.</summary>
    public static float Exp(float x) => Exp<Width1, float>(x);

    /// <summary><c>1 / (1 + e^-x)</c> of one float.</summary>
    public static float Sigmoid(float x) => Sigmoid<Width1, float>(x);

    /// <summary><c>tanh(x)</c> of one float.</summary>
    public static float Tanh(float x) => Tanh<Width1, float>(x);

    /// <summary><c>e^r - 1</c> and <c>2^n</c>, where <c>x = n ln 2 + r</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FractionOfExp<TWidth, TVector>(TVector x, out TVector scale)
        where TWidth : IWidth<TVector>
        where TVector : struct
    {
        TVector shifted = TWidth.Fma(x, TWidth.Create(Log2E), TWidth.Create(RoundingShift));
        TVector n = TWidth.Subtract(shifted, TWidth.Create(RoundingShift));
        TVector r = TWidth.Fma(n, TWidth.Create(-Ln2High), x);
        r = TWidth.Fma(n, TWidth.Create(-Ln2Low), r);
        scale = TWidth.PowerOfTwo(shifted);

        TVector q = TWidth.Fma(TWidth.Create(Q5), r, TWidth.Create(Q4));
        q = TWidth.Fma(q, r, TWidth.Create(Q3));
        q = TWidth.Fma(q, r, TWidth.Create(Q2));
        q = TWidth.Fma(q, r, TWidth.Create(Q1));
        q = TWidth.Fma(q, r, TWidth.Create(Q0));
        return TWidth.Fma(TWidth.Multiply(r, r), q, r);
    }
}
