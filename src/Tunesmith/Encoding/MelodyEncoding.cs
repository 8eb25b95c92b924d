using System.Globalization;
using Tunesmith.Music;

namespace Tunesmith.Encoding;

/// <summary>
/// A way to turn songs into tokens and back: how a song is heard as one melody, which token each step of it is, and how tokens
/// are written as a song again. <see cref="Encodings"/> has them all. A new encoding is one class of the library: derive from this one,
/// and add it to <see cref="Encodings"/>.
/// </summary>
public abstract class MelodyEncoding
{
    /// <summary>The longest grid that an encoding makes: 1,000,000 steps.</summary>
    public const int MaxSteps = 1_000_000;

    /// <summary>Makes an encoding of the library: models and recipes know no others.</summary>
    private protected MelodyEncoding()
    {
    }

    /// <summary>The name by which recipes and model files call the encoding.</summary>
    public abstract string Name { get; }

    /// <summary>How many tokens there are: 0 to this - 1.</summary>
    public abstract int TokenCount { get; }

    /// <summary>The token of a step at which nothing sounds.</summary>
    public abstract int RestToken { get; }

    /// <summary>Steps in a quarter note.</summary>
    public abstract int StepsPerQuarter { get; }

    /// <summary>Which voice of a song is heard; null where the encoding has no such choice.</summary>
    public virtual MelodyVoice? Voice => null;

    /// <summary>What a token means, such as <c>C4</c> or <c>rest</c>.</summary>
    public abstract string TokenName(int token);

    /// <summary>Hears a song as one melody on the encoding's grid.</summary>
    /// <exception cref="NoMelodyException">The song does not have the voice that the encoding hears.</exception>
    /// <exception cref="SongTooLongException">The song has more than <see cref="MaxSteps"/> steps.</exception>
    public abstract Melody Hear(Score score);

    /// <summary>The voice of a song that the encoding hears, or null where it has no such choice.</summary>
    /// <exception cref="NoMelodyException">The song does not have that voice.</exception>
    /// <exception cref="SongTooLongException">The song has more than <see cref="MaxSteps"/> steps.</exception>
    public virtual HeardVoice? VoiceOf(Score score) => null;

    /// <summary>Hears a song as <see cref="Hear(Score)"/> does, and tells its voice as <see cref="VoiceOf"/> does, in one go.</summary>
    /// <exception cref="NoMelodyException">The song does not have the voice that the encoding hears.</exception>
    /// <exception cref="SongTooLongException">The song has more than <see cref="MaxSteps"/> steps.</exception>
    public virtual Melody Hear(Score score, out HeardVoice? voice)
    {
        voice = VoiceOf(score);
        return Hear(score);
    }

    /// <summary>What of a song stays unheard and why, in plain words, or null where the encoding hears it to its end.</summary>
    public virtual string? Unheard(Score score) => null;

    /// <summary>Turns a melody into tokens, one a step.</summary>
    /// <param name="melody">A melody on the encoding's grid.</param>
    /// <param name="titleGroup">What the song's excerpts and copies share.</param>
    /// <exception cref="ArgumentException">The melody is on another grid, or has a pitch that the encoding does not.</exception>
    public abstract TokenSequence Encode(Melody melody, string titleGroup = "");

    /// <summary>Turns tokens back into a melody. For tokens that <see cref="Encode"/> made, the melody is the one it was given.</summary>
    /// <param name="tokens">A token for each step.</param>
    /// <param name="template">A melody whose tempi and meters the result takes on, or null for none stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A token is below 0 or not below <see cref="TokenCount"/>.</exception>
    public Melody Decode(ReadOnlySpan<int> tokens, Melody? template = null)
    {
        MelodyStep[] steps = new MelodyStep[tokens.Length];
        MelodyStep before = MelodyStep.Rest;
        for (int step = 0; step < steps.Length; step++)
        {
            before = DecodeStep(tokens[step], before);
            steps[step] = before;
        }

        return new Melody(steps, StepsPerQuarter, template?.Tempos, template?.Meters);
    }

    /// <summary>Turns one token into what the melody does at its step.</summary>
    /// <param name="token">0 to <see cref="TokenCount"/> - 1.</param>
    /// <param name="before">What it does at the step before; a rest at the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The token is below 0 or not below <see cref="TokenCount"/>.</exception>
    public abstract MelodyStep DecodeStep(int token, MelodyStep before);

    /// <summary>The token of the same step in a song moved up by semitones: of a pitch that pitch, of a step without one itself.</summary>
    /// <param name="token">0 to <see cref="TokenCount"/> - 1.</param>
    /// <param name="semitones">How far up; below 0 down.</param>
    /// <returns>A token, or -1 where the pitch leaves the encoding's range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The token is below 0 or not below <see cref="TokenCount"/>.</exception>
    public abstract int Transpose(int token, int semitones);

    /// <summary>
    /// The token that, after a token, changes nothing: what sounds goes on, or the rest does.
    /// </summary>
    /// <param name="token">0 to <see cref="TokenCount"/> - 1.</param>
    public abstract int Continuation(int token);

    /// <summary>Whether a step is a move, one at which the melody does anything but go on.</summary>
    /// <param name="token">The step's token.</param>
    /// <param name="before">The token before it.</param>
    public bool IsMove(int token, int before) => token != Continuation(before);

    /// <summary>Whether a token makes sense after another; where it does not, it is never composed.</summary>
    /// <param name="token">0 to <see cref="TokenCount"/> - 1.</param>
    /// <param name="before">The token before it.</param>
    public virtual bool CanFollow(int token, int before) => true;

    /// <summary>The pitch that a token names, or null for one that names none, as a rest.</summary>
    /// <param name="token">0 to <see cref="TokenCount"/> - 1.</param>
    public abstract Pitch? PitchOf(int token);

    /// <summary>Writes a melody as a song.</summary>
    /// <exception cref="ArgumentException">The melody is on another grid, or has a pitch that the encoding does not.</exception>
    public abstract Score Write(Melody melody);

    /// <summary>Name, voice and grid, such as <c>melody (voice auto, grid 4)</c> or <c>lab (grid 4)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name} ({(Voice is null ? "" : $"voice {Voice}, ")}grid {StepsPerQuarter})");

    /// <summary>Whether another encoding hears the same voice on the same grid, and its tokens mean the same.</summary>
    internal bool IsSameAs(MelodyEncoding other) =>
        Name == other.Name && Voice == other.Voice && StepsPerQuarter == other.StepsPerQuarter;

    /// <summary>What keeps songs from being of this encoding, in words; null where nothing does.</summary>
    internal string? DifferenceTo(IReadOnlyList<TokenSequence> songs)
    {
        for (int song = 0; song < songs.Count; song++)
        {
            if (!IsSameAs(songs[song].Encoding))
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"expected songs heard as {this}, found song {song} heard as {songs[song].Encoding}");
            }
        }

        return null;
    }
}
