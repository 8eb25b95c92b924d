using System.Text;
using Tunesmith.Music.Abc;

namespace Tunesmith.Tests.Music.Abc;

/// <summary>350 folk tunes beside the notes that another program makes of them; docs/abc.md names those that differ.</summary>
public sealed class FolkTuneTests
{
    [Fact]
    public void Report()
    {
        FolkTune[] tunes = FolkTune.All();
        int same = 0, graced = 0, explained = 0, plain = 0, plainSame = 0;
        StringBuilder report = new();
        foreach (FolkTune tune in tunes)
        {
            string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(SharedData.Require($"data/folk/abc/{tune.File}")));
            PlayedMarks marks = new(text);
            var notes = FolkTune.NotesOf(tune.Read(new AbcReadOptions()).Score!);
            var withGraces = FolkTune.NotesOf(tune.Read(new AbcReadOptions { PlayGraceNotes = true }).Score!);
            plain += marks.AreNone ? 1 : 0;
            if (notes.SequenceEqual(tune.Notes)) { same++; plainSame += marks.AreNone ? 1 : 0; continue; }
            if (withGraces.SequenceEqual(tune.Notes)) { graced++; continue; }
            if (!marks.AreNone && marks.Explain(notes, tune.Notes)) { explained++; continue; }
            int d = 0; while (d < notes.Length && d < tune.Notes.Count && notes[d] == tune.Notes[d]) d++;
            report.AppendLine($"{tune.Name} none {marks.AreNone}: ours {notes.Length} theirs {tune.Notes.Count} first {d}: {string.Join(" ", notes.Skip(d).Take(3))} / {string.Join(" ", tune.Notes.Skip(d).Take(3))}");
        }
        Assert.Fail($"same {same} graced {graced} explained {explained} plain {plain} {plainSame}\n{report}");
    }
}
