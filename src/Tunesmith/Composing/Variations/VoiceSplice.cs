using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Composing.Variations;

/// <summary>
/// Puts new notes into the voice of a song that is heard as its melody, from one step to another, and leaves all else as it is: every other
/// note, track, controller, tempo and meter.
/// </summary>
/// <remarks>
/// Out go the notes of the voice that begin between the steps; where the voice is the highest or the lowest notes of all tracks, those
/// alone that are heard. A heard note that reaches into the steps goes on as long as the new melody holds it. New notes take the track, the
/// channel and the mean velocity of those that went out, or of the nearest heard note where none did. Where a note of the same key would
/// sound already, that one ends.
/// </remarks>
internal sealed class VoiceSplice
{
    private readonly Score _score;
    private readonly Melody _original;
    private readonly StepGrid _grid;
    private readonly List<VoiceNote> _voice;
    private readonly bool _isTopAlone;

    /// <summary>Finds the voice.</summary>
    /// <param name="score">The song.</param>
    /// <param name="encoding">What hears it.</param>
    /// <param name="original">What it hears.</param>
    /// <exception cref="NoMelodyException">The song does not have the voice that the encoding hears.</exception>
    /// <exception cref="ArgumentException">The encoding hears no voice, but all notes together.</exception>
    public VoiceSplice(Score score, MelodyEncoding encoding, Melody original)
    {
        (_score, _original, _grid) = (score, original, new StepGrid(encoding.StepsPerQuarter));
        MelodyVoice voice = encoding.VoiceOf(score)?.Voice
            ?? throw new ArgumentException($"Expected an encoding that hears one voice, found {encoding.Name}.", nameof(encoding));
        _isTopAlone = voice.Kind is MelodyVoiceKind.Highest or MelodyVoiceKind.Lowest;
        _voice = [.. VoiceNotesOf(voice)];
    }

    /// <summary>The song with other notes in its voice.</summary>
    /// <param name="varied">The new melody; it is the original before <paramref name="first"/>.</param>
    /// <param name="first">The first step that is new.</param>
    /// <param name="end">The step after the last.</param>
    public Score With(Melody varied, int first, int end)
    {
        VoiceNote[] gone = [.. _voice.Where(note => note.Step >= first && note.Step < end && (note.IsHeard || !_isTopAlone))];
        VoiceNote model = gone.Concat(_voice.Where(note => note.Step < first).Reverse()).Concat(_voice)
            .OrderByDescending(note => note.IsHeard).First();
        VoiceNote[] heard = [.. gone.Where(note => note.IsHeard)];
        int velocity = heard.Length == 0 ? model.Note.Velocity : (int)Math.Round(heard.Average(note => note.Note.Velocity));
        long nextOnset = _voice.Where(note => note.IsHeard && note.Step >= end)
            .Select(note => note.Note.Onset).DefaultIfEmpty(long.MaxValue).Min();
        Note[] notes = [.. NotesOf(varied, first, end, nextOnset)
            .Select(note => note with { Channel = model.Note.Channel, Velocity = velocity })];

        Dictionary<int, TrackEdit> edits = [];
        foreach (VoiceNote note in gone)
        {
            EditOf(note.Track).Remove(note.Number);
        }

        if (Carried(first) is { } carried)
        {
            int held = HeldOn(varied, first);
            if (held > 0 || carried.Note.End > TickOf(first))
            {
                EditOf(carried.Track).End(carried.Number, Math.Min(TickOf(first + held), nextOnset));
            }
        }

        EditOf(model.Track).Add(notes);
        return new Score(
            _score.TicksPerQuarter,
            _score.Tracks.Select((track, number) => edits.TryGetValue(number, out TrackEdit? edit) ? edit.Apply() : track),
            _score.Tempos,
            _score.Meters);

        TrackEdit EditOf(int track)
        {
            if (!edits.TryGetValue(track, out TrackEdit? edit))
            {
                edit = new TrackEdit(_score.Tracks[track]);
                edits.Add(track, edit);
            }

            return edit;
        }
    }

    private IEnumerable<VoiceNote> VoiceNotesOf(MelodyVoice voice)
    {
        for (int track = 0; track < _score.Tracks.Count; track++)
        {
            if (voice.Kind == MelodyVoiceKind.Track && track != voice.Number)
            {
                continue;
            }

            for (int number = 0; number < _score.Tracks[track].Notes.Count; number++)
            {
                Note note = _score.Tracks[track].Notes[number];
                if (note.Channel != GeneralMidi.DrumChannel && (voice.Kind != MelodyVoiceKind.Channel || note.Channel == voice.Number))
                {
                    int step = (int)_grid.StepOf(note.Onset, _score.TicksPerQuarter);
                    bool isHeard = step < _original.Length && _original.Steps[step] == MelodyStep.Onset(note.Pitch);
                    yield return new VoiceNote(track, number, note, step, isHeard);
                }
            }
        }
    }

    /// <summary>The heard note that sounds on the step before the first new one; null where there is a rest.</summary>
    private VoiceNote? Carried(int first)
    {
        int onset = first - 1;
        while (onset >= 0 && _original.Steps[onset] is { IsRest: false, IsOnset: false })
        {
            onset--;
        }

        return _voice.Find(note => note.IsHeard && note.Step == onset);
    }

    private IEnumerable<Note> NotesOf(Melody varied, int first, int end, long nextOnset)
    {
        for (int step = first + HeldOn(varied, first); step < end;)
        {
            int next = step + 1;
            if (varied.Steps[step].Pitch is { } pitch)
            {
                next += HeldOn(varied, next);
                long onset = TickOf(step);
                long stop = Math.Min(TickOf(next), nextOnset);
                if (stop > onset)
                {
                    yield return new Note(onset, stop - onset, pitch);
                }
            }

            step = next;
        }
    }

    /// <summary>How many steps from one on hold what sounds before it.</summary>
    private static int HeldOn(Melody melody, int step)
    {
        int end = step;
        while (end < melody.Length && melody.Steps[end] is { IsRest: false, IsOnset: false })
        {
            end++;
        }

        return end - step;
    }

    /// <summary>The tick of a step, the nearest where it falls between two.</summary>
    private long TickOf(int step) =>
        ((2L * step * _score.TicksPerQuarter) + _grid.StepsPerQuarter) / (2L * _grid.StepsPerQuarter);

    /// <summary>A note of the voice.</summary>
    private sealed record VoiceNote(int Track, int Number, Note Note, int Step, bool IsHeard);
}
