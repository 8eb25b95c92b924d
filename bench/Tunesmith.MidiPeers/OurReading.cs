using System.Diagnostics;
using Tunesmith.Corpus;
using Tunesmith.Encoding;
using Tunesmith.Midi;
using Tunesmith.Music;

namespace Tunesmith.MidiPeers;

/// <summary>What Tunesmith does with files in memory.</summary>
internal static class OurReading
{
    /// <summary>Bytes to events, as the peers do.</summary>
    public static void Parse(byte[] file)
    {
        try
        {
            MidiFile.FromBytes(file);
        }
        catch (MidiFormatException)
        {
            // Some files of any folder are none.
        }
    }

    /// <summary>Bytes to tokens: what a folder goes through before it is learned from.</summary>
    public static void Encode(byte[] file)
    {
        try
        {
            Score score = Score.FromMidi(MidiFile.FromBytes(file));
            SongFacts.Of(score);
            MelodyEncoding encoding = Encodings.Melody();
            encoding.Encode(encoding.Hear(score, out _));
        }
        catch (Exception error) when (error is MidiFormatException or NoMelodyException or SongTooLongException)
        {
            // And some have no melody.
        }
    }

    /// <summary>Does a job with all files again and again.</summary>
    /// <param name="files">The files.</param>
    /// <param name="job">What is done with each.</param>
    /// <param name="atLeast">For how long; one pass at the least.</param>
    /// <returns>How long each pass took, in seconds.</returns>
    public static IEnumerable<double> Time(FileSet files, Action<byte[]> job, TimeSpan atLeast)
    {
        long begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            foreach (byte[] file in files.Files)
            {
                job(file);
            }

            yield return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        while (Stopwatch.GetElapsedTime(begin) < atLeast);
    }
}
