using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Tunesmith.Benchmarks -- --filter '*Product*'; see ../README.md.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
