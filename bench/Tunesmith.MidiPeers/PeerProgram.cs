using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Tunesmith.MidiPeers;

/// <summary>A peer: a program of another language that holds sets of files in memory and parses them when told to.</summary>
internal sealed class PeerProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private PeerProgram(string name, ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        Name = name;
        Version = Answer(PeerJson.Default.String);
    }

    /// <summary>The library's name.</summary>
    public string Name { get; }

    /// <summary>The library and the program that runs it, with their versions.</summary>
    public string Version { get; }

    /// <summary>Starts python3-mido. Debian's own Python sees Debian's package, whatever other Pythons there are.</summary>
    public static PeerProgram Mido() =>
        new("mido", new ProcessStartInfo(File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3", [Script("mido_peer.py")]));

    /// <summary>Installs npm's midi-file into a folder, and starts it.</summary>
    public static PeerProgram MidiFile(string folder)
    {
        ProcessStartInfo install = new("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "midi-file"]);
        using (Process npm = Process.Start(install)!)
        {
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm install midi-file ended with {npm.ExitCode}.");
            }
        }

        ProcessStartInfo start = new("node", [Script("midi_file_peer.js")]);
        start.Environment["NODE_PATH"] = Path.Combine(folder, "node_modules");
        return new PeerProgram("midi-file", start);
    }

    /// <summary>Has the peer read files into memory.</summary>
    /// <param name="number">A number for the set.</param>
    /// <param name="list">A text file with a path a line.</param>
    /// <returns>For each file whether the peer can parse it.</returns>
    public bool[] Load(int number, string list)
    {
        Tell($"load {number} {list}");
        return Answer(PeerJson.Default.BooleanArray);
    }

    /// <summary>Has the peer parse a set again and again.</summary>
    /// <param name="number">The number of the set.</param>
    /// <param name="atLeast">For how long; one pass at the least.</param>
    /// <returns>How long each pass took, in seconds.</returns>
    public double[] Time(int number, TimeSpan atLeast)
    {
        Tell(string.Create(CultureInfo.InvariantCulture, $"time {number} {atLeast.TotalSeconds}"));
        return Answer(PeerJson.Default.DoubleArray);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Peers", name);

    private void Tell(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
    }

    private T Answer<T>(JsonTypeInfo<T> type)
    {
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        string answer = line.Wait(Patience) && line.Result is { } text
            ? text
            : throw new InvalidOperationException($"{Name} gave no answer within {Patience.TotalMinutes} minutes.");
        return JsonSerializer.Deserialize(answer, type)!;
    }
}

/// <summary>What peers answer.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool[]))]
[JsonSerializable(typeof(double[]))]
internal sealed partial class PeerJson : JsonSerializerContext;
