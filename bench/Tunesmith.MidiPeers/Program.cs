using System.CommandLine;
using System.Globalization;
using Tunesmith.Bench;
using Tunesmith.MidiPeers;

// Measures how fast MIDI files are read beside mido and midi-file: the same files in memory, in turns. See ../README.md.
const int ManyBytes = 24_000_000;
const int SomeBytes = 1_000_000; // mido takes seconds and a gigabyte for more
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Argument<string[]> folders = new("FOLDER") { Description = "Folders of MIDI files.", Arity = ArgumentArity.ZeroOrMore };
Option<int> rounds = new("--rounds") { Description = "How many turns each has at each job, 1 or more.", DefaultValueFactory = _ => 5 };
Option<int> turn = new("--turn") { Description = "How long a turn is at the least, in milliseconds.", DefaultValueFactory = _ => 500 };
Option<bool> alone = new("--alone") { Description = "Measure Tunesmith alone, without peers." };
RootCommand command = new("Measures how fast MIDI files are read, beside mido and midi-file.") { folders, rounds, turn, alone };
command.SetAction(arguments =>
{
    string work = Directory.CreateTempSubdirectory("tunesmith-midi-peers-").FullName;
    try
    {
        Run(
            arguments.GetValue(folders)!,
            Math.Max(1, arguments.GetValue(rounds)),
            TimeSpan.FromMilliseconds(arguments.GetValue(turn)),
            arguments.GetValue(alone),
            work);
    }
    finally
    {
        Directory.Delete(work, recursive: true);
    }
});
return command.Parse(args).Invoke();

static void Run(string[] folders, int rounds, TimeSpan turn, bool alone, string work)
{
    List<FileSet> beside = [Made(SomeBytes, runningStatus: true), Made(SomeBytes, runningStatus: false)];
    if (folders.Length > 0)
    {
        beside.Insert(0, FileSet.Below(folders));
    }

    List<PeerProgram> peers = [];
    try
    {
        if (!alone)
        {
            peers.Add(PeerProgram.Mido());
            peers.Add(PeerProgram.MidiFile(Path.Combine(work, "npm")));
            string versions = string.Join("; ", peers.Select(peer => peer.Version));
            Console.WriteLine($"Beside {versions}. The best pass, and the median in brackets.");
            Console.WriteLine();
        }

        if (Environment.ProcessorCount > 1)
        {
            Console.WriteLine("**Run this under `taskset -c 0`: here garbage collectors and compilers may work on other cores.**");
            Console.WriteLine();
        }

        Table.WriteHead(Console.Out);
        foreach (PeerProgram peer in peers)
        {
            for (int number = 0; number < beside.Count; number++)
            {
                MeasureBeside(peer, number, beside[number], rounds, turn, Path.Combine(work, $"{peer.Name}-{number}"));
            }
        }

        FileSet[] byThemselves =
            [.. alone ? beside : [], Made(ManyBytes, runningStatus: true), Made(ManyBytes, runningStatus: false)];
        foreach (FileSet set in byThemselves)
        {
            Contender[] ours = Ours(set);
            Contender.TakeTurns(ours, rounds, turn);
            Table.WriteAlone(Console.Out, ours[0], set.Megabytes > 20 ? 300 : null);
            Table.WriteAlone(Console.Out, ours[1], null);
        }
    }
    finally
    {
        peers.ForEach(peer => peer.Dispose());
    }
}

static void MeasureBeside(PeerProgram peer, int number, FileSet set, int rounds, TimeSpan turn, string folder)
{
    bool[] able = peer.Load(number, set.WriteTo(folder));
    int left = able.Count(good => !good);
    FileSet files = set.Where(able) with { Name = set.Name + (left > 0 ? $" less {left} that {peer.Name} cannot parse" : "") };
    Contender[] ours = Ours(files);
    Contender theirs = new($"{peer.Name}: parse", files, atLeast => peer.Time(number, atLeast));
    Contender.TakeTurns([.. ours, theirs], rounds, turn);
    Table.WriteBeside(Console.Out, ours, theirs, set.Files.Length == 1 ? null : peer.Name == "mido" ? 50 : 5);
}

static Contender[] Ours(FileSet files) =>
[
    new("Tunesmith: parse", files, atLeast => OurReading.Time(files, OurReading.Parse, atLeast)),
    new("Tunesmith: parse and encode", files, atLeast => OurReading.Time(files, OurReading.Encode, atLeast)),
];

static FileSet Made(int bytes, bool runningStatus) =>
    new($"{bytes / 1_000_000} MB {(runningStatus ? "with" : "without")} running status", [MadeMusic.Create(bytes, runningStatus)]);
