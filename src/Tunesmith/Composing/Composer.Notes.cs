using System.Runtime.CompilerServices;
using Tunesmith.Composing.Constraints;
using Tunesmith.Music;

namespace Tunesmith.Composing;

/// <content>Note by note.</content>
public sealed partial class Composer
{
    /// <summary>
    /// Composes note by note: the notes of the song that <see cref="Compose(Melody, CompositionOptions?, CancellationToken)"/> and
    /// <see cref="Composition.ToScore"/> would give, each as soon as it is known where it ends. Nothing waits for the time that a note
    /// takes; that is the listener's to do.
    /// </summary>
    /// <param name="primer">
    /// What the song begins with, of no steps for a song from nothing in its meter. Its notes come first where the form has it in the song.
    /// </param>
    /// <param name="options">How to compose.</param>
    /// <param name="form">In which form the song would be written: it says where the song begins, and at what tempo.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="ArgumentException">The primer is not of the encoding, or too long with the steps asked for.</exception>
    /// <exception cref="ConstraintException">The options' constraints cannot be met.</exception>
    /// <exception cref="InvalidOperationException">A sampler step of the caller's own making has ruled out every outcome.</exception>
    public async IAsyncEnumerable<ComposedNote> StreamNotesAsync(
        Melody primer,
        CompositionOptions? options = null,
        WrittenForm? form = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options = Lasting(options ?? new CompositionOptions(), primer);
        form ??= new WrittenForm();
        Require(primer, options);
        int whole = primer.Length + options.Steps;
        BarPosition end = primer.PositionAt(whole);
        int closing = options.CloseBar && end.Offset > 0 ? end.Length - end.Offset : 0;
        Melody beginning = form.WithPrimer || primer.Length == 0 ? primer : primer.Skip(primer.Length);
        NoteGatherer notes = new(Encoding, form, beginning, beginning.Length + options.Steps + closing);
        for (int step = 0; step < beginning.Length; step++)
        {
            if (notes.Hear(beginning.Steps[step]) is { } note)
            {
                yield return note;
            }
        }

        Pitch? held = primer.Length > 0 ? primer.Steps[^1].Pitch : null;
        await foreach (ComposedStep step in StreamAsync(primer, options, cancellationToken).ConfigureAwait(false))
        {
            held = step.Melody.Pitch;
            if (notes.Hear(step.Melody) is { } note)
            {
                yield return note;
            }
        }

        for (int step = 0; step < closing; step++)
        {
            notes.Hear(held is { } pitch ? MelodyStep.Hold(pitch) : MelodyStep.Rest);
        }

        if (notes.End() is { } last)
        {
            yield return last;
        }
    }
}
