using System.Globalization;
using System.Text.RegularExpressions;
using Tunesmith.Encoding;
using Tunesmith.Encoding.Lab;
using Tunesmith.Encoding.Voices;
using Tunesmith.Music;
using Tunesmith.Tests.Encoding.Lab;

namespace Tunesmith.Tests.Documents;

/// <summary>The examples of docs/encodings.md do what it says.</summary>
public sealed partial class EncodingsDocumentTests
{
    private static readonly string Lab = Section("lab");
    private static readonly string MelodyPart = Section("melody");

    [Fact]
    public void The_song_of_the_example_is_heard_as_its_table_says()
    {
        Score song = ReadSong(Block(Lab, "song"));
        LabRoll roll = LabRoll.Hear(song);
        Melody melody = Encodings.Lab.Hear(song);
        TokenSequence tokens = Encodings.Lab.Encode(melody);

        string[][] table = Table(Lab);
        string[][] found = [.. Enumerable.Range(0, melody.Length).Select(row => new[]
        {
            Invariant($"{row}"),
            Invariant($"{(song.TicksPerQuarter / 8) + (row * song.TicksPerQuarter / 4)}"),
            string.Join(' ', LabMatrices.Sounding(roll)[row].Select(pitch => new Pitch(pitch))),
            melody.Steps[row].Pitch?.ToString() ?? "rest",
            Invariant($"{tokens.Tokens[row]}"),
        })];
        Assert.Equal(table, found);
    }

    [Fact]
    public void The_melody_of_the_example_is_written_as_its_track_says()
    {
        int[] pitches = [.. Block(Lab, "written")[0].Split(' ').Select(name => Pitch.TryParse(name, out Pitch pitch) ? pitch.Number : -1)];
        ScoreTrack track = Assert.Single(Encodings.Lab.Write(Melody.FromSoundingPitches(pitches)).Tracks);
        string[] found =
        [
            .. track.Keys.Select(key => Invariant($"at {key.Tick} {(key.IsPress ? "press" : "release")} {key.Pitch}")),
            Invariant($"ends at {track.EndTick}"),
        ];
        Assert.Equal(Block(Lab, "track").Select(line => Spaces().Replace(line, " ")), found);
    }

    [Fact]
    public void The_song_of_the_melody_encodings_example_is_heard_as_its_table_says()
    {
        Score song = ReadSong(Block(MelodyPart, "song"));
        MelodyEncoding encoding = Encodings.Melody(MelodyVoice.Highest);
        TokenSequence tokens = encoding.Encode(encoding.Hear(song));

        string[][] found = [.. Enumerable.Range(0, tokens.Length).Select(step => new[]
        {
            Invariant($"{step}"),
            string.Join(' ', SoundingAt(step).Order()),
            encoding.TokenName(tokens.Tokens[step]),
            Invariant($"{tokens.Tokens[step]}"),
        })];
        Assert.Equal(Table(MelodyPart), found);

        IEnumerable<Pitch> SoundingAt(int step) => song.Notes
            .Where(note => (note.Onset + 12) / 24 <= step && Math.Max((note.End + 12) / 24, ((note.Onset + 12) / 24) + 1) > step)
            .Select(note => note.Pitch);
    }

    [Fact]
    public void The_words_that_name_a_melody_are_those_that_are_looked_for()
    {
        string[] kinds = ["of the melody", "of a singer", "of a lead", "that is not the melody, whatever else it says"];
        Assert.Equal([3, 2, 1, 0], kinds.Select(kind =>
        {
            string row = MelodyPart.Split('\n').Single(line => line.StartsWith($"| {kind} | ", StringComparison.Ordinal));
            string[] words = row.Split('|')[2].Split(',', StringSplitOptions.TrimEntries);
            int[] ranks = [.. words.Select(word => VoiceNames.Rank(kind[0] == 't' ? $"melody {word}" : word))];
            Assert.True(ranks.Distinct().Count() == 1, row);
            return ranks[0];
        }));
    }

    private static string Section(string name) => RepositoryDocuments.Read("docs/encodings.md")
        .Split("\n## ").Single(section => section.StartsWith($"{name}\n", StringComparison.Ordinal));

    /// <summary>The rows that begin with a number, cell by cell.</summary>
    private static string[][] Table(string section) =>
        [
            .. section.Split('\n')
                .Where(line => TableRow().IsMatch(line))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]),
        ];

    private static string[] Block(string section, string kind)
    {
        Match match = Regex.Match(section, $"^```{kind}\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.True(match.Success, $"docs/encodings.md has no block of {kind}.");
        return match.Groups[1].Value.Split('\n');
    }

    // "96 ticks a quarter", "t1 at 0 press C4", "t1 ends at 96"
    private static Score ReadSong(string[] lines)
    {
        SortedDictionary<string, List<KeyEvent>> keys = [];
        Dictionary<string, long> ends = [];
        foreach (string[] words in lines.Skip(1).Select(line => Spaces().Split(line)))
        {
            if (words[1] == "ends")
            {
                ends[words[0]] = Number(words[3]);
                continue;
            }

            Assert.True(Pitch.TryParse(words[4], out Pitch pitch), words[4]);
            keys.TryAdd(words[0], []);
            keys[words[0]].Add(new KeyEvent(Number(words[2]), pitch, words[3] == "press" ? 64 : 0, 0));
        }

        return new Score((int)Number(lines[0].Split(' ')[0]), keys.Select(track => new ScoreTrack(track.Value, endTick: ends[track.Key])));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| \d")]
    private static partial Regex TableRow();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
