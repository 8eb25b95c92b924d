using Tunesmith.Corpus;

namespace Tunesmith.Cli.Commands.Inspecting;

/// <summary>The voice of a song that is its melody.</summary>
/// <param name="Voice">Which: <c>highest</c>, <c>lowest</c>, <c>track:N</c> or <c>channel:N</c>.</param>
/// <param name="Name">The name of that track or channel; empty where it has none.</param>
/// <param name="Notes">How many notes the voice has, those below or above the melody counted.</param>
/// <param name="Crowded">How many notes or chords give way to another in their step that a finer grid tells apart.</param>
internal sealed record VoiceDocument(string Voice, string Name, int Notes, int Crowded)
{
    /// <summary>The voice heard in a file; null where the encoding has no such choice, or none was heard.</summary>
    public static VoiceDocument? Of(CorpusFile file) => file.Voice is { } heard
        ? new VoiceDocument(heard.Voice.ToString(), heard.Name, heard.Notes, heard.Crowded)
        : null;

    /// <summary>The steps at which a voice strikes a note; null where <see cref="Of"/> is.</summary>
    public static int[]? OnsetsOf(CorpusFile file) => file is { Voice: not null, Melody: { } melody }
        ? [.. Enumerable.Range(0, melody.Length).Where(step => melody.Steps[step].IsOnset)]
        : null;
}
