using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Tunesmith.Encoding;

/// <summary>
/// Which voice of a song is its melody: <c>auto</c>, <c>highest</c>, <c>lowest</c>, <c>track:N</c> or <c>channel:N</c>. Tracks and channels
/// count from 0, as in the file. The drums, channel 9, are never heard.
/// </summary>
public sealed record MelodyVoice
{
    /// <summary>The channel that General MIDI gives to the drums, counted from 0.</summary>
    internal const int DrumChannel = Music.GeneralMidi.DrumChannel;

    private const string TrackPrefix = "track:";
    private const string ChannelPrefix = "channel:";

    private MelodyVoice(MelodyVoiceKind kind, int number = 0)
    {
        Kind = kind;
        Number = number;
    }

    /// <summary>
    /// A track that is named melody, vocal, lead and the like; in files of one track such a channel; else the highest notes.
    /// </summary>
    public static MelodyVoice Auto { get; } = new(MelodyVoiceKind.Auto);

    /// <summary>The highest note at each moment, over all tracks and channels.</summary>
    public static MelodyVoice Highest { get; } = new(MelodyVoiceKind.Highest);

    /// <summary>The lowest note at each moment, over all tracks and channels.</summary>
    public static MelodyVoice Lowest { get; } = new(MelodyVoiceKind.Lowest);

    /// <summary>The sort of choice.</summary>
    public MelodyVoiceKind Kind { get; }

    /// <summary>The number of the track or channel, counted from 0; 0 where none is meant.</summary>
    public int Number { get; }

    /// <summary>The highest note of a track at each moment.</summary>
    /// <param name="number">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0.</exception>
    public static MelodyVoice Track(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return new MelodyVoice(MelodyVoiceKind.Track, number);
    }

    /// <summary>The highest note of a channel at each moment, over all tracks.</summary>
    /// <param name="number">0 to 15, but for the drums' 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not among those.</exception>
    public static MelodyVoice Channel(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 15);
        ArgumentOutOfRangeException.ThrowIfEqual(number, DrumChannel);
        return new MelodyVoice(MelodyVoiceKind.Channel, number);
    }

    /// <summary>Reads a voice, in small letters as <see cref="ToString"/> writes it.</summary>
    /// <exception cref="FormatException">The text is no voice; the message says what is.</exception>
    public static MelodyVoice Parse(string text) => TryParse(text, out MelodyVoice? voice)
        ? voice
        : throw new FormatException($"Expected as voice {ExpectedFor(text)}, found \"{text}\".");

    /// <summary>Reads a voice, in small letters as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">Such as <c>auto</c> or <c>track:2</c>.</param>
    /// <param name="voice">The voice, where the text is one.</param>
    /// <returns>Whether the text is a voice.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MelodyVoice? voice)
    {
        voice = text switch
        {
            "auto" => Auto,
            "highest" => Highest,
            "lowest" => Lowest,
            _ when NumberAfter(TrackPrefix, text) is { } track => Track(track),
            _ when NumberAfter(ChannelPrefix, text) is { } channel and <= 15 and not DrumChannel => Channel(channel),
            _ => null,
        };
        return voice is not null;
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind switch
    {
        MelodyVoiceKind.Highest => "highest",
        MelodyVoiceKind.Lowest => "lowest",
        MelodyVoiceKind.Track => string.Create(CultureInfo.InvariantCulture, $"{TrackPrefix}{Number}"),
        MelodyVoiceKind.Channel => string.Create(CultureInfo.InvariantCulture, $"{ChannelPrefix}{Number}"),
        _ => "auto",
    };

    private static string ExpectedFor(string text) => NumberAfter(ChannelPrefix, text) is null
        ? "auto, highest, lowest, track:N or channel:N, counted from 0"
        : "a channel from 0 to 15, but not 9, which plays the drums";

    private static int? NumberAfter(string prefix, string? text) =>
        text is not null && text.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
