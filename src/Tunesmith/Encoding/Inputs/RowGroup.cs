namespace Tunesmith.Encoding.Inputs;

/// <summary>One thing a network is shown at each step, as one of a fixed number of rows.</summary>
internal abstract class RowGroup
{
    /// <summary>The name by which recipes and model files call the group.</summary>
    public abstract string Name { get; }

    /// <summary>How many rows the group has.</summary>
    public abstract int RowCount { get; }

    /// <summary>The row of the current step.</summary>
    /// <param name="past">The song so far; at least one step.</param>
    /// <returns>0 to <see cref="RowCount"/> - 1, or -1 for no row.</returns>
    public abstract int Row(Past past);

    /// <summary>
    /// The row that the same song would have, moved up by semitones within the encoding's range; most rows stay what they are.
    /// </summary>
    /// <param name="row">0 to <see cref="RowCount"/> - 1.</param>
    /// <param name="encoding">What tokens mean.</param>
    /// <param name="semitones">How far up; negative for down.</param>
    /// <returns>0 to <see cref="RowCount"/> - 1, or -1 where what the row stands for leaves the range.</returns>
    public virtual int Transposed(int row, MelodyEncoding encoding, int semitones) => row;
}
