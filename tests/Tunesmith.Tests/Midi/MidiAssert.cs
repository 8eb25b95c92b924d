using Tunesmith.Midi;

namespace Tunesmith.Tests.Midi;

/// <summary>What makes two files the same.</summary>
internal static class MidiAssert
{
    public static bool SameEvents(MidiFile left, MidiFile right) =>
        left.Format == right.Format && left.Division == right.Division && left.Tracks.Count == right.Tracks.Count
        && left.Tracks.Zip(right.Tracks).All(pair => pair.First.Events.SequenceEqual(pair.Second.Events));
}
