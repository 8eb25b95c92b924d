using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tunesmith.Cli.CommandLine;
using Tunesmith.Composing;

namespace Tunesmith.Cli.Commands.Composing.Options;

/// <summary>
/// <c>--live</c>: the notes of a song as lines of JSON, each at the time when it is struck, for other programs to play or draw along.
/// </summary>
internal sealed class LiveOption : Option<bool>
{
    private readonly TimeProvider _time;

    /// <summary>Makes the option.</summary>
    /// <param name="time">The clock.</param>
    public LiveOption(TimeProvider time)
        : base("--live")
    {
        _time = time;
        Description =
            "Write each note as a line of JSON at the time when it is struck, for other programs to play; the file comes at the end, "
                + "and with --json the document as the last line";
    }

    /// <summary>Whether it is asked for.</summary>
    public bool IsAskedFor(ParseResult arguments) => arguments.GetValue(this);

    /// <summary>Checks that there is one song to play.</summary>
    /// <exception cref="UsageException">There are several.</exception>
    public void Check(ParseResult arguments, int songs)
    {
        if (IsAskedFor(arguments) && songs > 1)
        {
            throw new UsageException("--live plays one song; leave --count out");
        }
    }

    /// <summary>Writes notes to standard output as <see cref="PlayAsync(IAsyncEnumerable{ComposedNote}, TextWriter, CancellationToken)"/>
    /// does.</summary>
    /// <exception cref="InterruptedException">Ctrl-C.</exception>
    public async Task PlayAsync(IAsyncEnumerable<ComposedNote> notes, ConsoleStream output, CancellationToken cancellation)
    {
        using StreamWriter? pipe = OutputPipe.Open(output);
        await PlayAsync(notes, pipe ?? output.Writer, cancellation);
    }

    /// <summary>
    /// Writes notes, each at its time since the first was known, and waits until the last has sounded, or nobody reads any more.
    /// </summary>
    /// <param name="notes">The notes in order.</param>
    /// <param name="writer">Where; each line is flushed, so that a reader at the other end of a pipe has it at once.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <exception cref="InterruptedException">Ctrl-C.</exception>
    public async Task PlayAsync(IAsyncEnumerable<ComposedNote> notes, TextWriter writer, CancellationToken cancellation)
    {
        try
        {
            long? start = null;
            double end = 0;
            await foreach (ComposedNote note in notes.WithCancellation(cancellation))
            {
                start ??= _time.GetTimestamp();
                await UntilAsync(note.Seconds, start.Value, cancellation);
                await writer.WriteLineAsync(JsonSerializer.Serialize(LiveNote.Of(note), LiveJson.Default.LiveNote));
                await writer.FlushAsync(cancellation);
                end = note.Seconds + note.SecondsLong;
            }

            await UntilAsync(end, start ?? _time.GetTimestamp(), cancellation);
        }
        catch (IOException error) when (OutputPipe.IsClosed(error))
        {
            // Nobody listens any more: the song is written at once.
        }
        catch (OperationCanceledException error)
        {
            throw new InterruptedException("interrupted; no file was written", error);
        }
    }

    private async Task UntilAsync(double seconds, long start, CancellationToken cancellation)
    {
        TimeSpan wait = TimeSpan.FromSeconds(seconds) - _time.GetElapsedTime(start);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _time, cancellation);
        }
    }
}

/// <summary>A line of <c>--live</c>.</summary>
/// <param name="Pitch">The MIDI number.</param>
/// <param name="Name">The pitch by name.</param>
/// <param name="Onset">The step at which it is struck, from 0 at the song's beginning.</param>
/// <param name="Length">How many steps it lasts.</param>
/// <param name="Bar">Its bar, from 1.</param>
/// <param name="Beat">Its beat in the bar, from 1.</param>
/// <param name="Seconds">When it is struck, from the song's beginning.</param>
/// <param name="SecondsLong">How long it lasts.</param>
internal sealed record LiveNote(
    int Pitch, string Name, int Onset, int Length, int Bar, double Beat, double Seconds, double SecondsLong)
{
    /// <summary>The line of a note.</summary>
    public static LiveNote Of(ComposedNote note) => new(
        note.Pitch.Number, note.Pitch.ToString(), note.Onset, note.Length, note.Bar, note.Beat, note.Seconds, note.SecondsLong);
}

/// <summary>JSON of <c>--live</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(FiniteDoubleConverter)])]
[JsonSerializable(typeof(LiveNote))]
internal sealed partial class LiveJson : JsonSerializerContext;
