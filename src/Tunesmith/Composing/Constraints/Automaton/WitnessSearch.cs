namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>
/// Finds out whether a song can be ended where it is not <see cref="SongPlan">roomy</see>: goes on step by step, back where it comes to
/// a dead end, until it comes where the song can be ended in any case, or has tried every way.
/// </summary>
internal sealed class WitnessSearch
{
    /// <summary>How many steps are tried for one song, before it is given up: about a second's worth.</summary>
    public const long MostTries = 5_000_000;

    private readonly SongPlan _plan;
    private readonly SongPath _path;
    private readonly List<(TuneState State, int Place, StepChoice Left)> _way = [];
    private long _left;

    /// <summary>Searches from the end of a path, and leaves the path as it was.</summary>
    public WitnessSearch(SongPlan plan, SongPath path, long mostTries) => (_plan, _path, _left) = (plan, path, mostTries);

    /// <summary>Whether the song can be ended; null where that could not be found out.</summary>
    public bool? CanEnd()
    {
        int beginning = _way.Count;
        bool? found = _path.IsSettled ? true : null;
        Arrive();
        while (found is null && _left > 0)
        {
            (TuneState state, int place, StepChoice choice) = _way[^1];
            if (choice.TryTake(state, out TuneState next, out choice))
            {
                _left--;
                _way[^1] = (state, place, choice);
                found = _path.IsOpenAfter(next) == true ? true : null;
                if (found is null && _path.IsOpenAfter(next) is null)
                {
                    _path.Advance(next);
                    Arrive();
                }
            }
            else if (_way.Count == beginning + 1)
            {
                found = false;
            }
            else
            {
                Leave();
            }
        }

        while (_way.Count > beginning + 1)
        {
            Leave();
        }

        _way.RemoveAt(beginning);
        return found;
    }

    /// <summary>Whether the song can be ended after one more step; null where that could not be found out.</summary>
    /// <param name="next">The state after it, which is possible but for bars that come again.</param>
    public bool? CanEndAfter(TuneState next)
    {
        if (_path.IsOpenAfter(next) is { } known)
        {
            return known;
        }

        (TuneState state, int place) = (_path.State, _path.Place);
        _path.Advance(next);
        bool? found = CanEnd();
        _path.Retreat(state, place);
        return found;
    }

    private void Arrive() => _way.Add((_path.State, _path.Place, _path.Step < _plan.Steps ? _path.Choice() : default));

    private void Leave()
    {
        _way.RemoveAt(_way.Count - 1);
        _path.Retreat(_way[^1].State, _way[^1].Place);
    }
}
