using System.Globalization;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Commands.Bench;

/// <summary>What <c>tunesmith bench</c> measures.</summary>
/// <param name="GemmGflopsOneCore">The matrix product kernel's peak on one thread, in GFLOP/s.</param>
/// <param name="GemmGflopsAllCores">The same on a thread for each processor.</param>
/// <param name="LabStepMs">A training step of the lab recipe, in milliseconds: batch 256, window 64, hidden 128, last step scored.</param>
/// <param name="LabStepEveryMs">The same with every step scored.</param>
/// <param name="Hidden256StepMs">A training step with hidden 256, batch 128.</param>
/// <param name="ComposeStepMicroseconds">A composed step with hidden 128, one song, the whole song as context.</param>
/// <param name="FilesPerSecond">
/// MIDI files parsed and encoded in a second, on all processors; each of two tracks and about 800 notes.
/// </param>
/// <param name="Cores">Processors.</param>
/// <param name="VectorBits">The vector width that kernels run at, in bits.</param>
internal sealed record BenchDocument(
    double GemmGflopsOneCore,
    double GemmGflopsAllCores,
    double LabStepMs,
    double LabStepEveryMs,
    double Hidden256StepMs,
    double ComposeStepMicroseconds,
    double FilesPerSecond,
    int Cores,
    int VectorBits)
{
    /// <summary>The measurements in words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        matrix product, one core         {GemmGflopsOneCore,8:0.0} GFLOP/s
        matrix product, {Cores,3} cores        {GemmGflopsAllCores,8:0.0} GFLOP/s
        training step, lab recipe        {LabStepMs,8:0.00} ms
        the same, every step scored      {LabStepEveryMs,8:0.00} ms
        hidden 256, batch 128            {Hidden256StepMs,8:0.00} ms
        composed step, hidden 128        {ComposeStepMicroseconds,8:0.00} microseconds
        MIDI files read and encoded      {FilesPerSecond,8:0} a second
        vectors                          {VectorBits,8} bits
        """);
}

/// <summary>JSON of <c>tunesmith bench</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(BenchDocument))]
internal sealed partial class BenchJson : JsonSerializerContext;
