using BenchmarkDotNet.Running;
using Tunesmith.Benchmarks;

// dotnet run -c Release --project bench/Tunesmith.Benchmarks -- --filter '*Product*'; see ../README.md.
if (args is ["errors"])
{
    FunctionErrors.Run(Console.Out);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
