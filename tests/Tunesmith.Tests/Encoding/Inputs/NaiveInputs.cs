using Tunesmith.Encoding;
using Tunesmith.Encoding.Inputs;
using Tunesmith.Music;

namespace Tunesmith.Tests.Encoding.Inputs;

/// <summary>
/// The inputs of one step as docs/inputs.md defines them, each worked out from the whole song so far. It shares no line with the sources
/// and row groups, and takes the longer the longer the song is.
/// </summary>
internal sealed class NaiveInputs
{
    private readonly MelodyEncoding _encoding;
    private readonly int[] _tokens;
    private readonly BarPosition _next;
    private readonly (int Start, int Token, int Length)[] _events;

    /// <summary>Takes a song so far.</summary>
    /// <param name="encoding">What its tokens mean.</param>
    /// <param name="tokens">What has been heard.</param>
    /// <param name="next">Where the step to be predicted stands in its bar.</param>
    public NaiveInputs(MelodyEncoding encoding, ReadOnlySpan<int> tokens, BarPosition next)
    {
        (_encoding, _tokens, _next) = (encoding, tokens.ToArray(), next);
        int[] starts = [.. Enumerable.Range(0, _tokens.Length).Where(step => step == 0 || _tokens[step] != GoesOn(_tokens[step - 1]))];
        _events = [.. starts.Select((start, index) =>
            (start, _tokens[start], (index + 1 < starts.Length ? starts[index + 1] : _tokens.Length) - start))];
    }

    /// <summary>The row of a group.</summary>
    public int Row(string group) => group switch
    {
        "token" => _tokens[^1],
        "sounding" => _events[^1].Token,
        "previous" => _events.Length < 2 ? -1 : _events[^2].Token,
        "held" => Math.Min(_events[^1].Length, 17) - 1,
        "position" => (from length in Enumerable.Range(1, 48) from step in Enumerable.Range(0, length) select (step, length)).ToList()
            .IndexOf(_next.Length <= 48 ? (_next.Offset, _next.Length) : (_next.Offset % 48, 48)),
        _ => throw new ArgumentException(group),
    };

    /// <summary>What a source proposes.</summary>
    public Proposal Propose(string source)
    {
        string[] words = source.Split(' ');
        double bars = words.Length == 1 ? 0 : double.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
        return words[0] switch
        {
            "hold" => new Proposal(GoesOn(_tokens[^1]), Math.Min(64, _events[^1].Length - 1)),
            "bars" => Bars(bars),
            "sequence" => Sequence(bars),
            "figure" => Figure(),
            "pitch" => SamePitch(),
            _ => throw new ArgumentException(source),
        };
    }

    /// <summary>The rows of evidence of what some sources propose.</summary>
    public int[] Evidence(Proposal[] proposals)
    {
        int beat = _next.Offset == 0 ? 3 : 2 * _next.Offset == _next.Length ? 2 : _next.Offset % _encoding.StepsPerQuarter == 0 ? 1 : 0;
        List<string> rows = [];
        rows.AddRange(from source in Counted(proposals.Length) from a in Counted(9) from m in Counted(2) select $"source {source} {a} {m}");
        rows.AddRange(from a in Counted(9) from m in Counted(2) from b in Counted(4) select $"beat {a} {m} {b}");
        rows.AddRange(from a in Counted(9) from m in Counted(2) from r in Counted(10) select $"rival {a} {m} {r}");
        Assert.Equal(rows.Count, CopyEvidence.RowCount(proposals.Length));
        return [.. proposals.SelectMany((proposal, source) =>
        {
            if (!proposal.Exists)
            {
                return Enumerable.Repeat(-1, 3);
            }

            int a = Level(proposal.Agreement);
            int m = proposal.Token == GoesOn(_tokens[^1]) ? 0 : 1;
            int rival = proposals.Where(other => other.Exists && other.Token != proposal.Token)
                .Select(other => Level(other.Agreement) + 1).Append(0).Max();
            string[] own = [$"source {source} {a} {m}", $"beat {a} {m} {beat}", $"rival {a} {m} {rival}"];
            return own.Select(row => rows.IndexOf(row));
        })];
    }

    private static IEnumerable<int> Counted(int count) => Enumerable.Range(0, count);

    private static int Level(int agreement) => new[] { 1, 2, 3, 4, 8, 16, 32, 64 }.Count(least => agreement >= least);

    /// <summary>In the lab's encoding what is goes on as itself; in the other a rest does, and all else is held.</summary>
    private int GoesOn(int token) => _encoding.Name == "lab" || token == _encoding.RestToken ? token : 0;

    private int Moved(int token, int semitones) => _encoding.PitchOf(token) is null ? token : _encoding.Transpose(token, semitones);

    /// <summary>The most steps, at most 64, over which what led up to a step is what leads up to now, moved.</summary>
    private int Agreement(int step, int semitones = 0) => Enumerable.Range(0, Math.Min(step, 64) + 1).Last(
        length => _tokens[(step - length)..step].Select(token => Moved(token, semitones)).SequenceEqual(_tokens[^length..]));

    private int? BarsBack(double bars)
    {
        double step = _tokens.Length - (bars * _next.Length);
        return step >= 0 && Math.Floor(step) == step ? (int)step : null;
    }

    private Proposal Bars(double bars) => BarsBack(bars) is { } step ? new Proposal(_tokens[step], Agreement(step)) : Proposal.None;

    private Proposal Sequence(double bars)
    {
        if (BarsBack(bars) is not (> 0 and { } step))
        {
            return Proposal.None;
        }

        Pitch? then = _encoding.PitchOf(_events.Last(heard => heard.Start < step).Token);
        Pitch? now = _encoding.PitchOf(_events[^1].Token);
        if (then is null || now is null || then == now)
        {
            return Proposal.None;
        }

        int semitones = now.Value.Number - then.Value.Number;
        int token = Moved(_tokens[step], semitones);
        bool isKnown = _encoding.PitchOf(token < 0 ? 0 : token) is null || _tokens.Contains(token);
        return token < 0 || !isKnown ? Proposal.None : new Proposal(token, Agreement(step, semitones));
    }

    private Proposal Figure()
    {
        int[] candidates = [.. Enumerable.Range(0, _events.Length - 1)
            .Where(index => _events[index].Token == _events[^1].Token).Reverse().Take(32)];
        if (candidates.Length == 0)
        {
            return Proposal.None;
        }

        int best = candidates.MaxBy(candidate => (Alike(candidate), candidate));
        return new Proposal(_tokens[Following(best)], Alike(best));
    }

    private int Alike(int candidate) => Enumerable.Range(0, Math.Min(candidate, 8) + 1).Last(
        count => Figures(candidate - count, count).SequenceEqual(Figures(_events.Length - 1 - count, count)));

    private IEnumerable<(int, int)> Figures(int first, int count) =>
        _events.Skip(first).Take(count).Select(heard => (heard.Token, heard.Length));

    private Proposal SamePitch()
    {
        int earlier = Array.FindLastIndex(_events[..^1], heard => heard.Token == _events[^1].Token);
        return earlier < 0 ? Proposal.None : new Proposal(_tokens[Following(earlier)], Agreement(Following(earlier)));
    }

    private int Following(int earlier) => _events[earlier].Start + Math.Min(_events[^1].Length, _events[earlier].Length);
}
