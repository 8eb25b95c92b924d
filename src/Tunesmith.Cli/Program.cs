using Tunesmith.Cli;
using Tunesmith.Cli.CommandLine;

using Interruption interruption = new();
return await Tool.RunAsync(args, ToolCommands.All(), ToolConsole.ForProcess(), interruption.Token);
