using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Tunesmith.Compute;
using Processor = System.Runtime.InteropServices.Architecture;

namespace Tunesmith.Tests.Compute;

/// <summary>
/// The width in use is the widest that the processor has and the runtime's switches leave: a switch that is misspelt does nothing,
/// and then the tests of the narrow widths would test the wide one.
/// </summary>
public sealed class VectorWidthTests
{
    private const string SwitchVariable = "TUNESMITH_TEST_WIDTH";

    [Fact]
    public void The_width_in_use_is_the_widest_that_processor_and_switches_leave()
    {
        string? demanded = Environment.GetEnvironmentVariable(SwitchVariable);
        Assert.Equal(demanded is null ? Widest() : int.Parse(demanded, provider: null), VectorWidth.Bits);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 32)]
    [InlineData("DOTNET_EnableHWIntrinsic", 32)]
    public async Task A_switch_of_the_runtime_takes_the_wider_vectors_away(string name, int bits)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Processor.X64, "The switches are those of x64.");
        Assert.SkipWhen(VectorWidth.Bits < bits, $"This process has no vectors of {bits} bits to begin with.");
        string tests = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Tunesmith.Tests.exe" : "Tunesmith.Tests");
        string other = nameof(The_width_in_use_is_the_widest_that_processor_and_switches_leave);
        ProcessStartInfo start = new(tests)
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-method", $"{typeof(VectorWidthTests).FullName}.{other}" },
            Environment = { [name] = "0", [SwitchVariable] = $"{bits}" },
        };
        using Process child = Process.Start(start)!;
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Total: 1,", output, StringComparison.Ordinal);
        Assert.True(child.ExitCode == 0, output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(1024)]
    public void A_width_that_does_not_exist_is_refused(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Sums.Add(new float[32], new float[32], bits));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 32)]
    [InlineData(32, 32)]
    [InlineData(33, 64)]
    public void Lengths_are_padded_to_32(int length, int padded) => Assert.Equal(padded, VectorWidth.Pad(length));

    [Fact]
    public void Buffers_start_at_a_cache_line_and_hold_zeros()
    {
        for (int length = 0; length < 40; length++)
        {
            FloatBuffer buffer = new(length);
            Assert.Equal(length, buffer.Span.Length);
            Assert.All(buffer.Span.ToArray(), value => Assert.Equal(0, value));
            Assert.Equal(0, Address(buffer) % 64);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new FloatBuffer(-1));
    }

    private static unsafe long Address(FloatBuffer buffer)
    {
        fixed (float* pointer = &MemoryMarshal.GetReference(buffer.Span))
        {
            return (long)pointer;
        }
    }

    private static int Widest()
    {
        if (RuntimeInformation.ProcessArchitecture == Processor.Arm64)
        {
            return Off("EnableHWIntrinsic") ? 32 : 128;
        }

        Assert.SkipUnless(OperatingSystem.IsLinux(), "What the processor has is read from /proc/cpuinfo.");
        string flags = File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("flags", StringComparison.Ordinal)) + " ";
        bool Has(string flag) => flags.Contains($" {flag} ", StringComparison.Ordinal);
        if (Off("EnableHWIntrinsic") || Off("EnableAVX") || Off("EnableAVX2") || !Has("avx2") || !Has("fma"))
        {
            return 32;
        }

        // The runtime leaves 512-bit vectors alone where they slow the processor down, though it has them.
        bool wide = !Off("EnableAVX512") && Has("avx512f") && Has("avx512bw") && Has("avx512cd") && Has("avx512dq") && Has("avx512vl");
        return wide && Vector512.IsHardwareAccelerated ? 512 : 256;
    }

    private static bool Off(string name) => Environment.GetEnvironmentVariable($"DOTNET_{name}") == "0";
}
