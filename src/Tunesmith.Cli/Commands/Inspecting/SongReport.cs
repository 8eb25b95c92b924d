using Tunesmith.Analysis;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Cli.Drawing;
using Tunesmith.Corpus;
using Tunesmith.Music;
using static System.FormattableString;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>What <c>tunesmith inspect FILE</c> tells in words and as a piano roll.</summary>
/// <param name="file">The file.</param>
/// <param name="heard">The same file as a corpus takes it.</param>
/// <param name="options">How it was heard.</param>
internal sealed class SongReport(SongFile file, CorpusFile heard, CorpusOptions options)
{
    /// <summary>The steps that are drawn where the whole melody is not asked for: sixteen bars of 4/4.</summary>
    private const int StepsDrawn = 256;

    private const int PartsShown = 64;
    private const int ChangesShown = 4;
    private const int NameColumns = 18;
    private const int InstrumentColumns = 22;

    private readonly Score _score = file.Score;

    /// <summary>Writes the report.</summary>
    /// <param name="output">Where.</param>
    /// <param name="withWholeMelody">Whether all of the melody is drawn rather than its beginning.</param>
    public void Write(ConsoleStream output, bool withWholeMelody)
    {
        SongFacts facts = heard.Facts!;
        string bars = Wording.Bars(_score.Meters.BarsBefore(_score.EndTick, _score.TicksPerQuarter));
        output.WriteLine(PlainText.Of(heard.Path));
        output.WriteLine($"format     {FormatInWords()}");
        if (file.Tune is { } tune)
        {
            output.WriteLine($"title      {PlainText.Of(tune.Titles.Count == 0 ? "none" : string.Join("; ", tune.Titles))}");
        }

        output.WriteLine($"tracks     {facts.Tracks:N0}, with {Wording.Count(facts.Notes, "note")}");
        output.WriteLine(Invariant($"length     {bars}, {Wording.Duration(facts.Seconds)} ({_score.EndTick:N0} ticks)"));
        output.WriteLine($"tempo      {TempoInWords()}");
        output.WriteLine($"meter      {MeterInWords()}");
        output.WriteLine($"range      {Wording.Range(facts.Lowest, facts.Highest)}");
        WriteParts(output);
        WriteWarnings(output);
        WriteMelody(output, withWholeMelody);
    }

    private void WriteParts(ConsoleStream output)
    {
        SongPart[] parts = [.. SongPart.Of(_score)];
        output.WriteLine();
        output.WriteLine($"track  {"name",-NameColumns}  channel  {"instrument",-InstrumentColumns}  notes  range");
        foreach (SongPart part in parts.Take(PartsShown))
        {
            string name = PlainText.Fit(part.Name, NameColumns);
            string instrument = PlainText.Fit(InstrumentOf(part), InstrumentColumns);
            string range = part.Notes == 0 ? "" : Wording.Range(part.Lowest, part.Highest);
            output.WriteLine(Invariant($"{part.Track,5}  {name}  {part.Channel,7}  {instrument}  {part.Notes,5}  {range}").TrimEnd());
        }

        if (parts.Length > PartsShown)
        {
            output.WriteLine(Invariant($"... and {parts.Length - PartsShown:N0} more"));
        }
    }

    private void WriteWarnings(ConsoleStream output)
    {
        string[] messages = [.. heard.Trouble];
        if (messages.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(Invariant($"read with trouble ({messages.Length}):"));
        foreach (string message in messages)
        {
            output.WriteLine($"  {message}");
        }
    }

    private void WriteMelody(ConsoleStream output, bool whole)
    {
        output.WriteLine();
        if (heard.Melody is not { } melody)
        {
            output.WriteLine($"would be left out: {heard.Reason}");
            return;
        }

        string drawn = whole || melody.Length <= StepsDrawn ? "" : $", the first {StepsDrawn} drawn (--melody draws all)";
        int[] pitches = melody.SoundingPitches();
        int rests = pitches.Count(pitch => pitch < 0);
        string range = Wording.Range([.. pitches.Where(pitch => pitch >= 0)]);
        output.WriteLine($"melody in the encoding {options.Encoding.Name}: {Wording.Count(melody.Length, "step")}{drawn}");
        if (heard.Voice is { } voice)
        {
            output.WriteLine(Invariant($"voice {PlainText.Of(voice.ToString())}, {options.Encoding.StepsPerQuarter} steps a quarter"));
        }

        output.WriteLine($"range {range}, rests {Wording.Share(rests, melody.Length)}");
        output.WriteLine($"form: {Wording.Form(RecurringBars.Of(melody))}");
        if (heard is { IsUsed: false, Voice: { Crowded: > 0 } crowded }) // else it is among what is missing
        {
            output.WriteLine(Wording.Crowded(crowded.Crowded));
        }

        foreach (string missing in heard.MissingInWords)
        {
            output.WriteLine(PlainText.Of(missing));
        }

        bool isSilence = heard.Missing.All(reason => reason.Cause != CorpusCause.OddMeter);
        if (options.Encoding.Unheard(_score) is { } unheard && heard.IsUsed && isSilence)
        {
            output.WriteLine($"{unheard}; no note begins after it");
        }

        output.WriteLine(heard.Status switch
        {
            CorpusFileStatus.Used => "would be learned from",
            CorpusFileStatus.PartlyUsed => "would be learned from in part",
            _ => $"would be left out: {heard.Reason}",
        });
        output.WriteLine();
        output.Draw(new MelodyRoll(melody) { MaxSteps = whole ? int.MaxValue : StepsDrawn });
    }

    private string FormatInWords() => file.Midi is not { } midi
        ? Invariant($"ABC, written out at {_score.TicksPerQuarter} ticks a quarter")
        : midi.Format switch
        {
            0 => Invariant($"0: one track; {midi.Division}"),
            1 => Invariant($"1: tracks that play together; {midi.Division}"),
            _ => Invariant($"{midi.Format}: patterns that play one after another; {midi.Division}"),
        };

    private string TempoInWords()
    {
        if (file.Midi is { Division.IsSmpte: true })
        {
            return "ticks count time; half a second is taken as a quarter";
        }

        IReadOnlyList<TempoChange> changes = _score.Tempos.Changes;
        if (changes.Count == 0)
        {
            return "none stated, so 120 quarters a minute";
        }

        IEnumerable<TempoChange> unstated = changes[0].Tick == 0 ? [] : [default];
        double[] tempos = [.. unstated.Concat(changes).Select(change => change.QuartersPerMinute)];
        return tempos.All(tempo => tempo == tempos[0])
            ? Invariant($"{tempos[0]:0.##} quarters a minute")
            : Invariant($"{tempos.Min():0.##} to {tempos.Max():0.##} quarters a minute, stated {Wording.Count(changes.Count, "time")}");
    }

    private string MeterInWords()
    {
        bool fromStart = _score.Meters.Changes is [{ Tick: <= 0 }, ..];
        List<string> meters = fromStart ? [] : [$"{Meter.Common}"]; // those that are shown: to count bars takes time
        int stated = meters.Count;
        Meter? before = fromStart ? null : Meter.Common;
        foreach (IGrouping<long, MeterChange> changes in _score.Meters.Changes.GroupBy(change => change.Tick))
        {
            Meter meter = changes.Last().Meter;
            if (meter == before)
            {
                continue;
            }

            before = meter;
            if (stated++ < ChangesShown)
            {
                int bar = _score.Meters.BarAt(Math.Max(0, changes.Key), _score.TicksPerQuarter);
                meters.Add(changes.Key <= 0 ? $"{meter}" : Invariant($"{meter} from bar {bar}"));
            }
        }

        if (_score.Meters.Changes.Count == 0)
        {
            return $"none stated, so {Meter.Common}";
        }

        string more = stated > ChangesShown ? Invariant($" and {stated - ChangesShown:N0} more changes") : "";
        return string.Join(", ", meters) + more;
    }

    private static string InstrumentOf(SongPart part)
    {
        if (part.Channel == GeneralMidi.DrumChannel)
        {
            return "drums";
        }

        string more = part.Programs.Count > 1 ? Invariant($" + {part.Programs.Count - 1}") : "";
        return part.Programs.Count == 0 ? "" : GeneralMidi.InstrumentName(part.Programs[0]) + more;
    }
}
