using Tunesmith.Music;

namespace Tunesmith.Corpus;

/// <summary>What the songs of a corpus that are learned from hold, all together.</summary>
public sealed record CorpusTotals
{
    /// <summary>How many songs there are.</summary>
    public required int Songs { get; init; }

    /// <summary>How many steps they have.</summary>
    public required long Steps { get; init; }

    /// <summary>The steps at which nothing sounds.</summary>
    public required long Rests { get; init; }

    /// <summary>The steps that hold a note.</summary>
    public required long Holds { get; init; }

    /// <summary>The steps that strike a note.</summary>
    public required long Onsets { get; init; }

    /// <summary>The notes of the pitch of the note before them in their song, whether or not a rest is between.</summary>
    public required long RepeatedNotes { get; init; }

    /// <summary>The steps that go on with what the step before does: that hold its note, or rest as it does.</summary>
    public required long Repeats { get; init; }

    /// <summary>The lowest pitch; null where there is no note.</summary>
    public required Pitch? Lowest { get; init; }

    /// <summary>The highest pitch; null where there is no note.</summary>
    public required Pitch? Highest { get; init; }

    /// <summary>How long they last together, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>How many songs have a bar of each meter, most first, then by the meter; a song of several counts in each.</summary>
    public required IReadOnlyList<KeyValuePair<Meter, int>> Meters { get; init; }

    /// <summary>The tempo at which each song begins, in quarters a minute, ascending; 120 where it states none.</summary>
    public required IReadOnlyList<double> Tempos { get; init; }

    /// <summary>The lengths of the songs in steps, ascending.</summary>
    public required IReadOnlyList<int> Lengths { get; init; }

    /// <summary>Adds up the songs of a corpus.</summary>
    public static CorpusTotals Of(SongCorpus corpus)
    {
        StepCount steps = new();
        Dictionary<Meter, int> meters = [];
        foreach (CorpusFile song in corpus.Songs)
        {
            steps.Add(song.Melody!);
            foreach (Meter meter in MetersOf(song.Melody!))
            {
                meters[meter] = meters.GetValueOrDefault(meter) + 1;
            }
        }

        return new CorpusTotals
        {
            Songs = corpus.Songs.Count,
            Steps = corpus.Steps,
            Rests = steps.Rests,
            Holds = steps.Holds,
            Onsets = steps.Onsets,
            RepeatedNotes = steps.RepeatedNotes,
            Repeats = steps.Repeats,
            Lowest = steps.Onsets == 0 ? null : steps.Lowest,
            Highest = steps.Onsets == 0 ? null : steps.Highest,
            Seconds = corpus.Songs.Sum(song => song.Facts?.Seconds ?? 0),
            Meters =
            [
                .. meters.OrderByDescending(meter => meter.Value)
                    .ThenBy(meter => meter.Key.Denominator)
                    .ThenBy(meter => meter.Key.Numerator),
            ],
            Tempos = [.. corpus.Melodies.Select(melody => melody.Tempos.At(0).QuartersPerMinute).Order()],
            Lengths = [.. corpus.Songs.Select(song => song.Steps).Order()],
        };
    }

    private static IEnumerable<Meter> MetersOf(Melody melody)
    {
        MeterChange[] changes = [.. melody.Meters.Changes.Where(change => change.Tick < melody.Length)];
        IEnumerable<Meter> first = changes is [{ Tick: <= 0 }, ..] ? [] : [Meter.Common];
        return first
            .Concat(changes.Where((change, index) => index + 1 == changes.Length || changes[index + 1].Tick > Math.Max(0, change.Tick))
                .Select(change => change.Meter))
            .Distinct();
    }

    private sealed class StepCount
    {
        public long Rests { get; private set; }

        public long Holds { get; private set; }

        public long Onsets { get; private set; }

        public long RepeatedNotes { get; private set; }

        public long Repeats { get; private set; }

        public Pitch Lowest { get; private set; } = Pitch.Highest;

        public Pitch Highest { get; private set; } = Pitch.Lowest;

        public void Add(Melody melody)
        {
            Pitch? struck = null;
            Pitch? before = null;
            bool isFirst = true;
            foreach (MelodyStep step in melody.Steps)
            {
                Rests += step.IsRest ? 1 : 0;
                Holds += !step.IsRest && !step.IsOnset ? 1 : 0;
                Repeats += !isFirst && !step.IsOnset && step.Pitch == before ? 1 : 0;
                if (step.IsOnset)
                {
                    Pitch pitch = step.Pitch!.Value;
                    Onsets++;
                    RepeatedNotes += struck == pitch ? 1 : 0;
                    struck = pitch;
                    Lowest = pitch < Lowest ? pitch : Lowest;
                    Highest = pitch > Highest ? pitch : Highest;
                }

                (before, isFirst) = (step.Pitch, false);
            }
        }
    }
}
