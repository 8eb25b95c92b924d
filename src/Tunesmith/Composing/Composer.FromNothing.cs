using Tunesmith.Composing.Constraints;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <content>Songs from nothing.</content>
public sealed partial class Composer
{
    /// <summary>Composes a song from nothing, in 4/4: it begins with a note on a bar line, wherever one can be struck.</summary>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">There are too many steps.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    /// <exception cref="OperationCanceledException">The composing was stopped.</exception>
    public Composition Compose(CompositionOptions? options = null, CancellationToken cancellationToken = default) =>
        Compose(Meter.Common, options, cancellationToken);

    /// <summary>Composes a song from nothing: it begins with a note on a bar line, wherever one can be struck.</summary>
    /// <param name="meter">The song's meter.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <inheritdoc cref="Compose(CompositionOptions?, CancellationToken)" path="/exception"/>
    public Composition Compose(Meter meter, CompositionOptions? options = null, CancellationToken cancellationToken = default) =>
        Compose(NothingIn(meter), options, cancellationToken);

    /// <summary>Composes a song from nothing, in 4/4, step by step, for as long as steps are asked for and the options allow.</summary>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">There are too many steps.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    public IAsyncEnumerable<ComposedStep> StreamAsync(
        CompositionOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(Meter.Common, options, cancellationToken);

    /// <summary>Composes a song from nothing, step by step, for as long as steps are asked for and the options allow.</summary>
    /// <param name="meter">The song's meter.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <inheritdoc cref="StreamAsync(CompositionOptions?, CancellationToken)" path="/exception"/>
    public IAsyncEnumerable<ComposedStep> StreamAsync(
        Meter meter, CompositionOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(NothingIn(meter), options, cancellationToken);

    /// <summary>Composes a song from nothing, in 4/4, note by note.</summary>
    /// <param name="options">How to compose.</param>
    /// <param name="form">In which form the song would be written: it says at what tempo.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">There are too many steps.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    public IAsyncEnumerable<ComposedNote> StreamNotesAsync(
        CompositionOptions? options = null, WrittenForm? form = null, CancellationToken cancellationToken = default) =>
        StreamNotesAsync(Meter.Common, options, form, cancellationToken);

    /// <summary>Composes a song from nothing, note by note.</summary>
    /// <param name="meter">The song's meter.</param>
    /// <param name="options">How to compose.</param>
    /// <param name="form">In which form the song would be written: it says at what tempo.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <inheritdoc cref="StreamNotesAsync(CompositionOptions?, WrittenForm?, CancellationToken)" path="/exception"/>
    public IAsyncEnumerable<ComposedNote> StreamNotesAsync(
        Meter meter, CompositionOptions? options = null, WrittenForm? form = null, CancellationToken cancellationToken = default) =>
        StreamNotesAsync(NothingIn(meter), options, form, cancellationToken);

    private Melody NothingIn(Meter meter) => new([], Encoding.StepsPerQuarter, meters: new MeterMap([new MeterChange(0, meter)]));
}
