using Tunesmith.Music;
using Tunesmith.Report.Html;
using static System.FormattableString;

namespace Tunesmith.Report.Tunes;

/// <summary>One tune: its title, a player, its roll, what is to be said of it, and its files.</summary>
internal sealed class TunePlayer
{
    private const int Furniture = 4_000; // about how much markup stands around a tune
    private const int Deck = 2_000; // about how much stands around its sound
    private const int LongestSign = 6; // bytes of a sign of a text, such as &quot;

    private readonly string _id;
    private readonly TuneRoll _roll;
    private readonly string _midi;
    private readonly TunePredictions? _predictions;
    private readonly TuneOriginality? _originality;

    /// <summary>Draws a tune.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="number">Its number on the page, from 1.</param>
    public TunePlayer(ReportTune tune, int number)
    {
        Tune = tune;
        _id = Invariant($"tune-{number}");
        _roll = new TuneRoll(tune, Invariant($"roll-{number}"));
        _predictions = tune.Predictions is { Distributions.Count: > 0 } predictions
            ? new TunePredictions(predictions, Invariant($"expected-{number}"))
            : null;
        _originality = tune.Originality is { } originality ? new TuneOriginality(originality) : null;
        _midi = Convert.ToBase64String((tune.Midi ?? tune.Score.ToMidi()).ToBytes());
    }

    /// <summary>The tune.</summary>
    public ReportTune Tune { get; }

    /// <summary>What is heard of it; null where the page has no room for it.</summary>
    public TuneSound? Sound { get; set; }

    /// <summary>About how many bytes it takes without its sound.</summary>
    public int Length => Furniture + _roll.Length + (_predictions?.Length ?? 0) + (_originality?.Length ?? 0) + _midi.Length
        + (LongestSign * ((2 * Tune.Title.Length) + Tune.FileName.Length + Tune.BegunWith.Length + Tune.Ranked.Length))
        + (2 * Tune.Command.Length);

    /// <summary>The most bytes that stand around its sound, which names the tune twice and its file once.</summary>
    public long DeckLength => Deck + (LongestSign * ((2L * Tune.Title.Length) + Tune.FileName.Length));

    /// <summary>Writes it.</summary>
    public void Write(HtmlWriter html)
    {
        html.Open(
            "article",
            ("class", "tune"),
            ("id", _id),
            ("aria-labelledby", $"{_id}-title"),
            ("data-seconds", Invariant($"{Sound?.Seconds ?? 0:0.###}")),
            ("data-bar", Invariant($"{SecondsOfBar():0.###}")));
        html.Element("h3", Tune.Title, ("id", $"{_id}-title"));
        html.Element("p", string.Join(" · ", Facts()), ("class", "facts"));
        WritePlayer(html);
        _roll.Write(html, Tune.Title);
        html.Element("p", string.Join(' ', Sentences()), ("class", "about"));
        if (Tune.Ranked.Length > 0)
        {
            html.Element("p", Tune.Ranked, ("class", "about"));
        }

        _originality?.Write(html);
        _predictions?.Write(html);
        WriteFiles(html);
        if (Tune.Command.Length > 0)
        {
            html.Element("p", "To make it again, note for note:", ("class", "label"));
            CommandLine.Write(html, Tune.Command);
        }

        html.Close();
    }

    private void WritePlayer(HtmlWriter html)
    {
        if (Sound is null)
        {
            html.Element("p", $"There was no room for its sound: {Limit()}", ("class", "note"));
            return;
        }

        string data = $"data:audio/wav;base64,{Convert.ToBase64String(Sound.Wav)}";
        html.Open("audio", ("controls", ""), ("preload", "metadata"), ("src", data)).Close();
        html.Open("div", ("class", "deck"), ("hidden", ""));
        html.Open("button", ("type", "button"), ("class", "play"), ("aria-label", $"Play {Tune.Title}"));
        html.Verbatim(Icons.Play).Verbatim(Icons.Pause).Close();
        html.Void(
            "input",
            ("type", "range"),
            ("class", "seek"),
            ("min", "0"),
            ("max", Invariant($"{Sound.Seconds:0.##}")),
            ("step", "0.01"),
            ("value", "0"),
            ("aria-label", $"Place in {Tune.Title}"));
        html.Element("span", $"0:00 / {Words.Clock(Sound.Seconds)}", ("class", "clock"));
        html.Close();
        if (!Sound.IsWhole)
        {
            html.Element("p", $"You hear the first {Words.Clock(Sound.Seconds)} of it: {Limit()}", ("class", "note"));
        }
    }

    private void WriteFiles(HtmlWriter html)
    {
        html.Open("p", ("class", "files"));
        html.Element("a", "Download MIDI", ("download", $"{Tune.FileName}.mid"), ("href", $"data:audio/midi;base64,{_midi}"));
        if (Sound is not null)
        {
            html.Element("a", "Download WAV", ("class", "wav"), ("download", $"{Tune.FileName}.wav"), ("hidden", ""));
        }

        html.Close();
    }

    private IEnumerable<string> Facts()
    {
        yield return Tune.Score.Meters.At(0).ToString();
        yield return Words.Count(_roll.Bars, "bar");
        if (Sound is null)
        {
            yield return Words.Clock(Tune.Score.Seconds); // else the player has it, with what dies away after the last note
        }
    }

    private IEnumerable<string> Sentences()
    {
        if (Tune.BegunWith.Length > 0)
        {
            yield return $"Begun with {Tune.BegunWith}.";
        }

        if (Tune.Form.Share is { } share)
        {
            string usual = Tune.UsualForm is { } other ? Invariant($"; in real songs {100 * other:0} do: music repeats itself") : "";
            yield return Invariant($"{100 * share:0} of 100 new bars bring back a bar heard before in the tune{usual}.");
        }
    }

    private double SecondsOfBar()
    {
        Score score = Tune.Score;
        return score.Tempos.SecondsAt(score.Meters.At(0).BarTicks(score.TicksPerQuarter), score.TicksPerQuarter);
    }

    private static string Limit() => Invariant(
        $"a page has at most {ReportPage.MostBytes / 1_000_000} MB. Its MIDI file has all of it, and tunesmith render makes that a sound.");
}
