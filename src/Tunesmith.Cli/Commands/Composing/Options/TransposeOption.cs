using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Encoding;
using Tunesmith.Music;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary><c>--transpose N</c>: what composing starts from, higher or lower.</summary>
internal sealed class TransposeOption : Option<int?>
{
    private const int Farthest = 127; // from the lowest pitch to the highest

    /// <summary>Makes the option.</summary>
    public TransposeOption()
        : base("--transpose")
    {
        Description = "Move what the song starts from up N semitones before the network hears it, below 0 down; -127 to 127; otherwise 0";
        HelpName = "N";
        CustomParser = Parse;
    }

    /// <summary>What composing starts from, moved as the command line asks for; checks that the model knows all of its pitches.</summary>
    /// <exception cref="UsageException">A pitch is not one of the encoding.</exception>
    public PrimerSong Apply(ParseResult arguments, PrimerSong song, MelodyEncoding encoding)
    {
        int semitones = arguments.GetValue(this) ?? 0;
        int[] pitches = [.. song.Melody.SoundingPitches().Where(pitch => pitch >= 0)];
        if (pitches.Length == 0)
        {
            return song;
        }

        int[] known = [.. Enumerable.Range(0, encoding.TokenCount).Select(encoding.PitchOf).OfType<Pitch>().Select(pitch => pitch.Number)];
        (int lowest, int highest) = (known.Min() - pitches.Min(), known.Max() - pitches.Max());
        if (semitones < lowest || semitones > highest)
        {
            string advice = lowest <= highest
                ? string.Create(CultureInfo.InvariantCulture, $"--transpose takes {lowest} to {highest} here, not {semitones}")
                : "that is too wide for any --transpose; start from another song";
            throw new UsageException(
                $"{song.Name} goes from {new Pitch(pitches.Min())} to {new Pitch(pitches.Max())}, and the model knows "
                + $"{new Pitch(known.Min())} to {new Pitch(known.Max())}: {advice}");
        }

        Melody moved = semitones == 0 ? song.Melody : song.Melody.Transpose(semitones);
        return song with { Melody = moved, Primer = moved };
    }

    private static int? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int semitones)
            && Math.Abs((long)semitones) <= Farthest)
        {
            return semitones;
        }

        result.AddError($"--transpose takes a whole number from -{Farthest} to {Farthest}, not '{text}'");
        return null;
    }
}
