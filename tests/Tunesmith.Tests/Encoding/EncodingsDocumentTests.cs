using System.Globalization;
using System.Text.RegularExpressions;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding;

/// <summary>The examples of docs/encodings.md do what it says.</summary>
public sealed partial class EncodingsDocumentTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFolder.PathOf("docs", "encodings.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_song_of_the_example_is_heard_as_its_table_says()
    {
        Score song = ReadSong(Block("song"));
        LabRoll roll = LabRoll.Hear(song);
        Melody melody = Encodings.Lab.Hear(song);
        TokenSequence tokens = Encodings.Lab.Encode(melody);

        string[][] table = [.. Text.Split('\n').Where(line => TableRow().IsMatch(line)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..6])];
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
        int[] pitches = [.. Block("written")[0].Split(' ').Select(name => Pitch.TryParse(name, out Pitch pitch) ? pitch.Number : -1)];
        ScoreTrack track = Assert.Single(Encodings.Lab.Write(Melody.FromSoundingPitches(pitches)).Tracks);
        string[] found =
        [
            .. track.Keys.Select(key => Invariant($"at {key.Tick} {(key.IsPress ? "press" : "release")} {key.Pitch}")),
            Invariant($"ends at {track.EndTick}"),
        ];
        Assert.Equal(Block("track").Select(line => Spaces().Replace(line, " ")), found);
    }

    private static string[] Block(string kind)
    {
        Match match = Regex.Match(Text, $"^```{kind}\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline);
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
