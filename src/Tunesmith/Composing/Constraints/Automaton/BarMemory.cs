using Tunesmith.Music;

namespace Tunesmith.Composing.Constraints.Automaton;

/// <summary>The whole bars that stand in a song so far, as a tree of their steps, and which of them may not come again.</summary>
internal sealed class BarMemory
{
    /// <summary>The place that no bar in the tree leads to.</summary>
    public const int Nowhere = -1;

    private readonly int _most;
    private readonly Dictionary<int, int> _roots = [];
    private Node[] _nodes;
    private int _count;

    /// <summary>Begins with no bars.</summary>
    /// <param name="times">How often a bar may come again.</param>
    /// <param name="steps">How many steps the bars of the song have together; more take room as they come.</param>
    public BarMemory(int times, int steps)
    {
        _most = times + 1;
        _nodes = new Node[steps + 1];
    }

    /// <summary>The number that stands for what a step does.</summary>
    public static int CodeOf(MelodyStep step) =>
        step.Pitch is not { } pitch ? Rest : step.IsOnset ? Strike(pitch.Number) : Hold(pitch.Number);

    /// <summary>The number of a rest.</summary>
    public static int Rest => 0;

    /// <summary>The number of striking a pitch.</summary>
    public static int Strike(int pitch) => (2 * pitch) + 1;

    /// <summary>The number of holding it.</summary>
    public static int Hold(int pitch) => (2 * pitch) + 2;

    /// <summary>The place where bars of a length begin.</summary>
    public int Root(int length)
    {
        if (!_roots.TryGetValue(length, out int root))
        {
            root = Add();
            _roots.Add(length, root);
        }

        return root;
    }

    /// <summary>The place after one more step; <see cref="Nowhere"/> where no bar so far goes there.</summary>
    public int After(int place, int code)
    {
        int child = place == Nowhere ? Nowhere : _nodes[place].FirstChild - 1;
        while (child >= 0 && _nodes[child].Code != code)
        {
            child = _nodes[child].NextSibling - 1;
        }

        return child;
    }

    /// <summary>Whether a bar that may not come again leads through a place.</summary>
    public bool IsNarrow(int place) => place != Nowhere && _nodes[place].Spent > 0;

    /// <summary>Counts a bar; it is at a leaf then.</summary>
    /// <param name="codes">What its steps do.</param>
    public void Add(ReadOnlySpan<int> codes)
    {
        int place = Root(codes.Length);
        foreach (int code in codes)
        {
            int next = After(place, code);
            if (next == Nowhere)
            {
                next = Add();
                _nodes[next].Code = code;
                _nodes[next].NextSibling = _nodes[place].FirstChild;
                _nodes[place].FirstChild = next + 1;
            }

            place = next;
        }

        if (++_nodes[place].Bars == _most)
        {
            Spend(codes, 1);
        }
    }

    /// <summary>Takes a bar back that was counted.</summary>
    public void Remove(ReadOnlySpan<int> codes)
    {
        int place = Root(codes.Length);
        foreach (int code in codes)
        {
            place = After(place, code);
        }

        if (_nodes[place].Bars-- == _most)
        {
            Spend(codes, -1);
        }
    }

    private void Spend(ReadOnlySpan<int> codes, int change)
    {
        int place = Root(codes.Length);
        _nodes[place].Spent += change;
        foreach (int code in codes)
        {
            place = After(place, code);
            _nodes[place].Spent += change;
        }
    }

    private int Add()
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _count);
        }

        return _count++;
    }

    /// <summary>A place: some first steps of a bar. Links are one more than the place they lead to, 0 for none.</summary>
    private struct Node
    {
        public int FirstChild;
        public int NextSibling;
        public int Code;
        public int Bars; // that end here
        public int Spent; // different bars below, or here, that may not come again
    }
}
