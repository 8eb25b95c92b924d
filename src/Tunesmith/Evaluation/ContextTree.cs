using System.Runtime.InteropServices;
using Tunesmith.Encoding;

namespace Tunesmith.Evaluation;

/// <summary>
/// How often each token follows each context in some songs. A context is the run of tokens just before a step; node 0 is the empty one,
/// and the child of a node by a token is the context one step longer into the past. All n-grams of some songs share one tree.
/// </summary>
internal sealed class ContextTree
{
    private readonly List<Node> _nodes = [new Node { FirstFollower = -1 }];
    private readonly List<Follower> _followers = [];
    private readonly Dictionary<(int Node, int Token), int> _children = [];

    /// <summary>Counts songs. A song's first steps follow the contexts that there are: nothing stands before a song.</summary>
    /// <param name="songs">The songs.</param>
    /// <param name="longestContext">The tokens of the longest context.</param>
    public ContextTree(IReadOnlyList<TokenSequence> songs, int longestContext)
    {
        foreach (TokenSequence song in songs)
        {
            for (int step = 0; step < song.Length; step++)
            {
                Count(song.Tokens[..step], song.Tokens[step], longestContext);
            }
        }
    }

    /// <summary>Mixes what followed a context into a prediction: <c>p(x) = (c(x) + T p(x)) / (c + T)</c>; nothing where c = 0.</summary>
    /// <param name="node">The context.</param>
    /// <param name="probabilities">The prediction by the shorter contexts, then by this one too.</param>
    public void Mix(int node, Span<double> probabilities)
    {
        Node counts = _nodes[node];
        if (counts.Total == 0)
        {
            return;
        }

        double scale = 1.0 / (counts.Total + counts.Distinct);
        double shorter = counts.Distinct * scale;
        foreach (ref double probability in probabilities)
        {
            probability *= shorter;
        }

        for (int index = counts.FirstFollower; index >= 0; index = _followers[index].Next)
        {
            probabilities[_followers[index].Token] += _followers[index].Count * scale;
        }
    }

    /// <summary>The context one step longer, or -1 where it never occurred.</summary>
    public int Longer(int node, int token) => _children.GetValueOrDefault((node, token), -1);

    private void Count(ReadOnlySpan<int> past, int token, int longestContext)
    {
        int node = 0;
        Count(node, token);
        for (int length = 1; length <= Math.Min(longestContext, past.Length); length++)
        {
            ref int child = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, (node, past[^length]), out bool known);
            if (!known)
            {
                child = _nodes.Count;
                _nodes.Add(new Node { FirstFollower = -1 });
            }

            node = child;
            Count(node, token);
        }
    }

    private void Count(int node, int token)
    {
        ref Node counts = ref CollectionsMarshal.AsSpan(_nodes)[node];
        counts.Total++;
        Span<Follower> followers = CollectionsMarshal.AsSpan(_followers);
        for (int index = counts.FirstFollower; index >= 0; index = followers[index].Next)
        {
            if (followers[index].Token == token)
            {
                followers[index].Count++;
                return;
            }
        }

        _followers.Add(new Follower { Token = token, Count = 1, Next = counts.FirstFollower });
        counts.FirstFollower = _followers.Count - 1;
        counts.Distinct++;
    }

    private struct Node
    {
        public int FirstFollower;
        public int Total;
        public int Distinct;
    }

    private struct Follower
    {
        public int Token;
        public int Count;
        public int Next;
    }
}
