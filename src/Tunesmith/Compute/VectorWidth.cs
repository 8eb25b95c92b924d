using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tunesmith.Compute;

/// <summary>A computation written once for every vector width.</summary>
internal interface IKernel
{
    /// <summary>Runs the computation with vectors of one width.</summary>
    void Run<TWidth, TVector>()
        where TWidth : IWidth<TVector>
        where TVector : struct;
}

/// <summary>
/// Chooses the vector width once for the process: the widest with fused multiply-add in hardware. The choice changes how fast
/// kernels run, never what they give.
/// </summary>
internal static class VectorWidth
{
    /// <summary>
    /// Buffers and rows of matrices are padded to a multiple of this many floats, which every width divides, so that no kernel
    /// has a ragged end.
    /// </summary>
    public const int Alignment = 32;

    /// <summary>The width in use, in bits: 512, 256, 128, or 32 for one float at a time.</summary>
    public static int Bits { get; } =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? 512
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? 256
        : AdvSimd.Arm64.IsSupported ? 128
        : 32;

    /// <summary>A length rounded up to a multiple of <see cref="Alignment"/>.</summary>
    public static int Pad(int length) => checked((length + Alignment - 1) / Alignment * Alignment);

    /// <summary>Runs a kernel at a given width; without the hardware for it, the same bits come more slowly.</summary>
    /// <param name="kernel">The computation.</param>
    /// <param name="bits">512, 256, 128 or 32.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bits"/> is another number.</exception>
    public static void Run<TKernel>(in TKernel kernel, int bits)
        where TKernel : struct, IKernel
    {
        switch (bits)
        {
            case 512:
                kernel.Run<Width512, Vector512<float>>();
                break;
            case 256:
                kernel.Run<Width256, Vector256<float>>();
                break;
            case 128:
                kernel.Run<Width128, Vector128<float>>();
                break;
            case 32:
                kernel.Run<Width1, float>();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(bits), bits, "Expected a vector width of 512, 256, 128 or 32 bits.");
        }
    }
}
