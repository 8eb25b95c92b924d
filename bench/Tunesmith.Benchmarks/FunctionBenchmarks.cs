using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Tunesmith.Compute;

namespace Tunesmith.Benchmarks;

/// <summary>Our exp and tanh, one float at a time and at the width in use, beside the platform's, over 4,096 floats.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public unsafe class FunctionBenchmarks
{
    private const int Count = 4096;

    private readonly float[] _from = [.. Enumerable.Range(0, Count).Select(n => (n - (Count / 2)) * (8f / Count))];
    private readonly float[] _to = new float[Count];

    [Benchmark(Baseline = true), BenchmarkCategory("exp")]
    public void PlatformExp()
    {
        for (int n = 0; n < _from.Length; n++)
        {
            _to[n] = MathF.Exp(_from[n]);
        }
    }

    [Benchmark, BenchmarkCategory("exp")]
    public void OurExpOneFloat()
    {
        for (int n = 0; n < _from.Length; n++)
        {
            _to[n] = Functions.Exp(_from[n]);
        }
    }

    [Benchmark, BenchmarkCategory("exp")]
    public void OurExp() => Run(tanh: false);

    [Benchmark(Baseline = true), BenchmarkCategory("tanh")]
    public void PlatformTanh()
    {
        for (int n = 0; n < _from.Length; n++)
        {
            _to[n] = MathF.Tanh(_from[n]);
        }
    }

    [Benchmark, BenchmarkCategory("tanh")]
    public void OurTanhOneFloat()
    {
        for (int n = 0; n < _from.Length; n++)
        {
            _to[n] = Functions.Tanh(_from[n]);
        }
    }

    [Benchmark, BenchmarkCategory("tanh")]
    public void OurTanh() => Run(tanh: true);

    private void Run(bool tanh)
    {
        fixed (float* from = _from, to = _to)
        {
            VectorWidth.Run(new Kernel(from, to, tanh), VectorWidth.Bits);
        }
    }

    private readonly struct Kernel(float* from, float* to, bool tanh) : IKernel
    {
        public void Run<TWidth, TVector>()
            where TWidth : IWidth<TVector>
            where TVector : struct
        {
            for (int n = 0; n < Count; n += TWidth.Lanes)
            {
                TVector x = TWidth.Load(from + n);
                TWidth.Store(tanh ? Functions.Tanh<TWidth, TVector>(x) : Functions.Exp<TWidth, TVector>(x), to + n);
            }
        }
    }
}
