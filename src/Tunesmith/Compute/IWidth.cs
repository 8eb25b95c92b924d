namespace Tunesmith.Compute;

/// <summary>
/// The operations that every kernel is made of, for one vector width. Each is exact in the sense of IEEE 754 (one rounding), so
/// that a kernel written once over this interface gives the same bits at every width, down to the single lane that defines it.
/// </summary>
/// <typeparam name="TVector">The vector: 16, 8, 4 or 1 floats.</typeparam>
internal unsafe interface IWidth<TVector>
    where TVector : struct
{
    /// <summary>How many floats a vector holds; divides 32.</summary>
    static abstract int Lanes { get; }

    /// <summary>Rows of the product's largest tile: as many as the registers hold, two vectors a row.</summary>
    static abstract int TileRows { get; }

    /// <summary>A vector of one value.</summary>
    static abstract TVector Create(float value);

    /// <summary>Reads a vector.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Writes a vector.</summary>
    static abstract void Store(TVector value, float* destination);

    /// <summary><c>a + b</c></summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary><c>a - b</c></summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary><c>a * b</c></summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary><c>a / b</c></summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary><c>sqrt(a)</c></summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary><c>a * b + c</c>, rounded once.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);

    /// <summary><c>low where a &lt; low, high where a &gt; high, else a</c>; not-a-number stays.</summary>
    static abstract TVector Clamp(TVector a, TVector low, TVector high);

    /// <summary><c>max(a, b)</c> as <c>a &gt; b ? a : b</c>.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>
    /// <c>2^n</c> where <paramref name="shifted"/> is <c>n + 1.5 * 2^23</c> and n is a whole number from -126 to 127: the low bits
    /// of such a float are n itself.
    /// </summary>
    static abstract TVector PowerOfTwo(TVector shifted);
}
