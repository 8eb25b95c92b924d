namespace Tunesmith.Compute;

/// <summary>Where the operands of a tile stand; strides count in floats.</summary>
internal unsafe struct TileArguments
{
    /// <summary>A's first element; element (i, k) is at <c>A + i * RowStride + k * DepthStride</c>.</summary>
    public float* A;

    /// <summary>A panel of B, packed: row k of it is at <c>B + k * Columns</c>.</summary>
    public float* B;

    /// <summary>C's first element; element (i, j) is at <c>C + i * CStride + j</c>.</summary>
    public float* C;

    public nint RowStride;
    public nint DepthStride;
    public nint CStride;

    /// <summary>How many terms each element's sum has.</summary>
    public nint Depth;
}
