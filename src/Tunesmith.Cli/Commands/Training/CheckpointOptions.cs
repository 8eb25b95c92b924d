using System.CommandLine;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Files;
using Tunesmith.Model;
using Tunesmith.Training;

namespace Tunesmith.Cli.Commands.Training;

/// <summary>
/// The options by which a training is stopped and gone on with. The checkpoint of <c>OUT</c> is <c>OUT.checkpoint</c> beside it.
/// </summary>
internal sealed class CheckpointOptions
{
    private readonly Option<int?> _every = NumberOption.Create(
        "--checkpoint-every", "Save a checkpoint every N steps and after the last; otherwise only when interrupted", 1, int.MaxValue);

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on from the checkpoint beside the model, up to --steps: the model is the one of a training that never stopped",
    };

    private string? _saved;

    /// <summary><c>--resume</c>, which a command line that starts anew leaves out.</summary>
    public Option Resume => _resume;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_every);
        command.Add(_resume);
    }

    /// <summary>The checkpoint that a training writes, or none where nothing can stand beside the model.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">The model file.</param>
    /// <exception cref="UsageException">None can be written, and the command line asks for one.</exception>
    public FileRole[] Written(ParseResult arguments, string output)
    {
        if (!OutputFile.LeadsToDevice(output))
        {
            return [new("its checkpoint", PathBeside(output))];
        }

        return arguments.GetValue(_resume) || arguments.GetValue(_every) is not null
            ? throw new UsageException($"checkpoints stand beside the model, and nothing can stand beside {output}; name a file with -o")
            : [];
    }

    /// <summary>Adds to the options of a training what the command line says of checkpoints.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="options">The options so far.</param>
    /// <param name="output">The model file.</param>
    /// <exception cref="ToolException">There is no checkpoint to go on from, or it cannot be read.</exception>
    public TrainingOptions Read(ParseResult arguments, TrainingOptions options, string output)
    {
        string path = PathBeside(output);
        bool resume = arguments.GetValue(_resume);
        if (OutputFile.LeadsToDevice(output))
        {
            return options;
        }

        return options with
        {
            ResumeFrom = resume ? Load(path) : null,

            // Whoever goes on with a training may want to go on once more.
            CheckpointEvery = arguments.GetValue(_every) ?? (resume ? int.MaxValue : 0),
            SaveCheckpoint = checkpoint =>
            {
                OutputFile.Write(path, stream => stream.Write(checkpoint.ToBytes()));
                _saved = FormattableString.Invariant($"the checkpoint of step {checkpoint.Step} is {path}; add --resume to go on from it");
            },
        };
    }

    /// <summary>Runs a training; where it is interrupted, says what was saved.</summary>
    public T Watch<T>(Func<T> train)
    {
        try
        {
            return train();
        }
        catch (OperationCanceledException error) when (_saved is not null)
        {
            throw new InterruptedException($"interrupted; {_saved}", error);
        }
    }

    private static string PathBeside(string output) => $"{output}.checkpoint";

    private static TrainingCheckpoint Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException(
                $"there is no checkpoint {path} to go on from (--checkpoint-every saves them); leave --resume out to start anew");
        }

        try
        {
            return TrainingCheckpoint.FromBytes(File.ReadAllBytes(path));
        }
        catch (ModelFormatException error)
        {
            throw new ToolException($"cannot read the checkpoint {path}: {error.Message}", error);
        }
    }
}
