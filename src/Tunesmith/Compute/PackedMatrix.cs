namespace Tunesmith.Compute;

/// <summary>
/// A matrix (K, N) rearranged for the product: panels of as many columns as a tile has, each panel's rows one after another, so
/// that the innermost loop reads memory in order. N is padded with columns of zeros to a multiple of 32.
/// </summary>
internal sealed unsafe class PackedMatrix
{
    private readonly FloatBuffer _panels;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <param name="depth">K, the number of rows.</param>
    /// <param name="columns">N, the number of columns before padding.</param>
    /// <param name="bits">The vector width it will be multiplied at.</param>
    public PackedMatrix(int depth, int columns, int bits)
    {
        Depth = depth;
        Columns = VectorWidth.Pad(columns);
        Bits = bits;
        PanelColumns = MatrixProduct.PanelColumns(bits);
        _panels = new FloatBuffer(checked(depth * Columns));
    }

    /// <summary>K, the number of rows.</summary>
    public int Depth { get; }

    /// <summary>N, the number of columns with padding.</summary>
    public int Columns { get; }

    /// <summary>The vector width it is packed for, in bits.</summary>
    public int Bits { get; }

    /// <summary>How many columns a panel has.</summary>
    public int PanelColumns { get; }

    /// <summary>How many panels there are.</summary>
    public int PanelCount => Columns / PanelColumns;

    /// <summary>The panels one after another; row k of panel p is at <c>(p * Depth + k) * PanelColumns</c>.</summary>
    public ReadOnlySpan<float> Panels => _panels.Span;

    /// <summary>Fills one panel from a matrix of which element (k, j) is at <c>k * depthStride + j * columnStride</c>.</summary>
    /// <param name="index">Which panel.</param>
    /// <param name="source">The matrix; columns beyond <paramref name="columns"/> become zeros.</param>
    /// <param name="columns">How many columns the source has.</param>
    /// <param name="depthStride">Floats from a row to the next.</param>
    /// <param name="columnStride">Floats from a column to the next; 1, or the row stride of a matrix that is packed transposed.</param>
    public void PackPanel(int index, ReadOnlySpan<float> source, int columns, int depthStride, int columnStride)
    {
        Span<float> panel = _panels.Slice(index * Depth * PanelColumns, Depth * PanelColumns);
        int first = index * PanelColumns;
        int count = Math.Min(columns - first, PanelColumns);
        if (count <= 0)
        {
            panel.Clear();
            return;
        }

        for (int k = 0; k < Depth; k++)
        {
            Span<float> row = panel.Slice(k * PanelColumns, PanelColumns);
            int from = (k * depthStride) + (first * columnStride);
            if (columnStride == 1)
            {
                source.Slice(from, count).CopyTo(row);
            }
            else
            {
                for (int j = 0; j < count; j++)
                {
                    row[j] = source[from + (j * columnStride)];
                }
            }

            row[count..].Clear();
        }
    }

    /// <summary>Fills every panel; see <see cref="PackPanel"/>.</summary>
    public void Pack(ReadOnlySpan<float> source, int columns, int depthStride, int columnStride)
    {
        for (int index = 0; index < PanelCount; index++)
        {
            PackPanel(index, source, columns, depthStride, columnStride);
        }
    }
}
