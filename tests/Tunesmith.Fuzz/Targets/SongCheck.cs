using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.Fuzz.Targets;

/// <summary>
/// What must hold of a song, whatever it was read from: it is written as MIDI and read again the same, and each encoding hears it in memory
/// and time in proportion to the file and the steps, or says in one line why not.
/// </summary>
internal static class SongCheck
{
    private const int BytesPerByte = 2_048;
    private const int BytesPerStep = 128;
    private const int NanosecondsPerByte = 4_000;
    private const int NanosecondsPerStep = 400;

    private static readonly CorpusOptions Limits = new();

    /// <summary>Checks a song.</summary>
    /// <param name="score">The song.</param>
    /// <param name="size">The bytes or notes that it was read from.</param>
    /// <param name="meter">Measures what it costs.</param>
    /// <returns>A part of the signature.</returns>
    public static string Try(Score score, long size, CostMeter meter)
    {
        Score again = Score.FromMidi(MidiFile.FromBytes(score.ToMidi().ToBytes()));
        FuzzFailureException.Unless(IsSame(score, again), "expected the same song after writing and reading");
        string heard = string.Join(' ', Encodings.All.Select(encoding => Hear(encoding, score, size, meter)));
        return $"{Signature.Bucket(score.Tracks.Sum(track => track.Notes.Count))} {heard}";
    }

    private static bool IsSame(Score left, Score right) =>
        left.TicksPerQuarter == right.TicksPerQuarter && left.EndTick == right.EndTick
        && left.Tempos.Changes.SequenceEqual(right.Tempos.Changes)
        && left.Tracks.Select(track => track.Name).SequenceEqual(right.Tracks.Select(track => track.Name))
        && left.Tracks.Zip(right.Tracks).All(pair => pair.First.Keys.SequenceEqual(pair.Second.Keys));

    private static string Hear(MelodyEncoding encoding, Score score, long size, CostMeter meter)
    {
        FuzzFailureException.Unless(score.Seconds >= 0, $"expected a length in seconds, found {score.Seconds}");
        if (score.Seconds > 60 * Limits.MaxMinutes)
        {
            return "long";
        }

        string outcome = "";
        long steps = Math.Min(MelodyEncoding.MaxSteps, score.EndTick * encoding.StepsPerQuarter / score.TicksPerQuarter);
        CostLimit limit = new(
            (1 << 20) + (BytesPerStep * steps), BytesPerByte, 20 + (1e-6 * NanosecondsPerStep * steps), NanosecondsPerByte);
        meter.Measure($"hearing with {encoding.Name}", size, () => limit, () => outcome = Hear(encoding, score));
        return outcome;
    }

    private static string Hear(MelodyEncoding encoding, Score score)
    {
        try
        {
            Melody melody = encoding.Hear(score);
            FuzzFailureException.Unless(
                melody.Length <= MelodyEncoding.MaxSteps, $"expected at most {MelodyEncoding.MaxSteps:N0} steps, found {melody.Length}");
            FuzzFailureException.Unless(encoding.Encode(melody).Length == melody.Length, "expected a token for each step");
            return $"{Signature.Bucket(melody.Length)}{encoding.VoiceOf(score)?.Voice.Kind}";
        }
        catch (Exception refusal) when (refusal is SongTooLongException or NoMelodyException)
        {
            FuzzFailureException.UnlessOneLine(refusal.Message);
            return refusal.GetType().Name;
        }
    }
}
