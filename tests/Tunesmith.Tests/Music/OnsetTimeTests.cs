using System.Text.Json;
using Tunesmith.Music;

namespace Tunesmith.Tests.Music;

public sealed class OnsetTimeTests
{
    [Fact]
    public void The_first_onsets_of_the_unusual_files_are_when_two_libraries_agree_they_are()
    {
        string folder = SharedData.Require("data/torture/files");
        using FileStream stream = File.OpenRead(SharedData.Require("data/torture/onset-seconds.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        List<string> differences = [];
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            if (!entry.Value.TryGetProperty("onsets", out JsonElement onsets))
            {
                continue;
            }

            Score score = Score.Load(Path.Combine(folder, entry.Name));
            (double Seconds, int Pitch)[] found =
            [
                .. score.Notes
                    .Select(note => (score.Tempos.SecondsAt(note.Onset, score.TicksPerQuarter), note.Pitch.Number)),
            ];
            foreach (JsonElement onset in onsets.EnumerateArray())
            {
                (double seconds, int pitch) = (onset[0].GetDouble(), onset[1].GetInt32());
                if (!found.Any(note => note.Pitch == pitch && Math.Abs(note.Seconds - seconds) < 2e-3))
                {
                    differences.Add($"{entry.Name}: {pitch} at {seconds} s");
                    break;
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }
}
