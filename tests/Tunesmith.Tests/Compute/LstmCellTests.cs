using CsCheck;
using Tunesmith.Compute;

namespace Tunesmith.Tests.Compute;

/// <summary>The elementwise half of an LSTM step against its scalar formula, bit for bit, and against derivatives in double.</summary>
public sealed class LstmCellTests
{
    private static readonly Gen<(int Rows, int Width)> Shapes = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 3].Select(count => 32 * count));

    [Fact]
    public void Forward_is_its_scalar_formula_at_every_width() =>
        Shapes.Sample(
            (rows, width) =>
            {
                foreach (int bits in Numbers.AllBits)
                {
                    Step found = new(rows, width);
                    Step expected = new(rows, width);
                    LstmCell.Forward(found.Gates, found.Cell, found.NewCell, found.Squashed, found.Output, rows, width, bits);
                    expected.ForwardTwin();
                    found.RequireBitsOf(expected);
                }
            },
            iter: 20);

    [Fact]
    public void Backward_is_its_scalar_formula_at_every_width() =>
        Shapes.Sample(
            (rows, width) =>
            {
                foreach (int bits in Numbers.AllBits)
                {
                    Step found = new(rows, width);
                    Step expected = new(rows, width);
                    found.ForwardTwin();
                    expected.ForwardTwin();
                    LstmCell.Backward(
                        found.Gates, found.Cell, found.Squashed, found.OutputGradient, found.CellGradient, found.BiasGradient,
                        rows, width, bits);
                    expected.BackwardTwin();
                    found.RequireBitsOf(expected);
                }
            },
            iter: 20);

    [Fact]
    public void Advancing_gives_the_same_state_in_place_and_leaves_the_gates() =>
        Shapes.Sample(
            (rows, width) =>
            {
                foreach (int bits in Numbers.AllBits)
                {
                    Step expected = new(rows, width);
                    Step found = new(rows, width);
                    Step before = new(rows, width);
                    expected.ForwardTwin();
                    LstmCell.Advance(found.Gates, found.Cell, found.Output, rows, width, bits);
                    Numbers.SameBits(expected.NewCell, found.Cell, "c'");
                    Numbers.SameBits(expected.Output, found.Output, "h'");
                    Numbers.SameBits(before.Gates, found.Gates, "z");
                }
            },
            iter: 20);

    [Fact]
    public void The_new_cell_state_may_replace_the_old_in_place()
    {
        Step expected = new(rows: 3, width: 32);
        Step found = new(rows: 3, width: 32);
        expected.ForwardTwin();
        LstmCell.Forward(found.Gates, found.Cell, found.Cell, found.Squashed, found.Output, 3, 32, VectorWidth.Bits);
        Numbers.SameBits(expected.NewCell, found.Cell, "c'");
    }

    [Fact]
    public void Forward_and_backward_agree_with_the_formulas_in_double()
    {
        const int Width = 32;
        Step step = new(rows: 1, Width);
        double[] z = [.. step.Gates.Select(value => (double)value)];
        double[] c = [.. step.Cell.Select(value => (double)value)];
        double[] outputGradient = [.. step.OutputGradient.Select(value => (double)value)];
        double[] cellGradient = [.. step.CellGradient.Select(value => (double)value)];
        double[] biasBefore = [.. step.BiasGradient.Select(value => (double)value)];

        // The function whose gradient the backward pass computes: L = sum of dh h' + dc' c'.
        double Loss()
        {
            double loss = 0;
            for (int j = 0; j < Width; j++)
            {
                (double cell, double output) = InDouble(z[j], z[Width + j], z[(2 * Width) + j], z[(3 * Width) + j], c[j]);
                loss += (outputGradient[j] * output) + (cellGradient[j] * cell);
            }

            return loss;
        }

        double[] gates = Slopes(Loss, z);
        double[] cells = Slopes(Loss, c);
        (double Cell, double Output)[] forward =
            [.. Enumerable.Range(0, Width).Select(j => InDouble(z[j], z[Width + j], z[(2 * Width) + j], z[(3 * Width) + j], c[j]))];

        LstmCell.Forward(step.Gates, step.Cell, step.NewCell, step.Squashed, step.Output, 1, Width, VectorWidth.Bits);
        Numbers.Close([.. forward.Select(pair => pair.Cell)], step.NewCell, 1e-6, "c'");
        Numbers.Close([.. forward.Select(pair => pair.Output)], step.Output, 1e-6, "h'");

        LstmCell.Backward(
            step.Gates, step.Cell, step.Squashed, step.OutputGradient, step.CellGradient, step.BiasGradient, 1, Width, VectorWidth.Bits);
        Numbers.Close(gates, step.Gates, 1e-6, "dz");
        Numbers.Close(cells, step.CellGradient, 1e-6, "dc");
        Numbers.Close([.. biasBefore.Zip(gates, (before, dz) => before + dz)], step.BiasGradient, 1e-6, "db");
    }

    [Fact]
    public void Buffers_that_do_not_fit_are_refused()
    {
        Step step = new(rows: 1, width: 32);
        Assert.Throws<ArgumentException>(
            () => LstmCell.Forward(step.Gates, step.Cell, step.NewCell, step.Squashed, step.Output.AsSpan(1), 1, 32, VectorWidth.Bits));
        Assert.Throws<ArgumentException>(
            () => LstmCell.Forward(new float[64], new float[16], new float[16], new float[16], new float[16], 1, 16, VectorWidth.Bits));
    }

    private static (double Cell, double Output) InDouble(double i, double f, double g, double o, double c)
    {
        double cell = (Logistic(f) * c) + (Logistic(i) * Math.Tanh(g));
        return (cell, Logistic(o) * Math.Tanh(cell));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double[] Slopes(Func<double> loss, double[] at)
    {
        const double Distance = 1e-5;
        double[] slopes = new double[at.Length];
        for (int index = 0; index < at.Length; index++)
        {
            double value = at[index];
            at[index] = value + Distance;
            double above = loss();
            at[index] = value - Distance;
            slopes[index] = (above - loss()) / (2 * Distance);
            at[index] = value;
        }

        return slopes;
    }

    /// <summary>The buffers of a step, and the twins: the step written out element by element.</summary>
    private sealed class Step(int rows, int width)
    {
        public float[] Gates { get; } = Numbers.Floats(1, 4 * rows * width, scale: 3);

        public float[] Cell { get; } = Numbers.Floats(2, rows * width, scale: 2);

        public float[] NewCell { get; } = new float[rows * width];

        public float[] Squashed { get; } = new float[rows * width];

        public float[] Output { get; } = new float[rows * width];

        public float[] OutputGradient { get; } = Numbers.Floats(3, rows * width);

        public float[] CellGradient { get; } = Numbers.Floats(4, rows * width);

        public float[] BiasGradient { get; } = Numbers.Floats(5, 4 * width);

        public void ForwardTwin() => ForEach((row, j, at) =>
        {
            (int i, int f, int g, int o) = Parts(row, j);
            Gates[i] = Functions.Sigmoid(Gates[i]);
            Gates[f] = Functions.Sigmoid(Gates[f]);
            Gates[g] = Functions.Tanh(Gates[g]);
            Gates[o] = Functions.Sigmoid(Gates[o]);
            NewCell[at] = float.FusedMultiplyAdd(Gates[f], Cell[at], Gates[i] * Gates[g]);
            Squashed[at] = Functions.Tanh(NewCell[at]);
            Output[at] = Gates[o] * Squashed[at];
        });

        public void BackwardTwin() => ForEach((row, j, at) =>
        {
            (int inputPart, int forgetPart, int candidatePart, int outputPart) = Parts(row, j);
            (float i, float f, float g, float o) = (Gates[inputPart], Gates[forgetPart], Gates[candidatePart], Gates[outputPart]);
            float dh = OutputGradient[at];
            float t = Squashed[at];
            float dc = float.FusedMultiplyAdd(dh * o, 1 - (t * t), CellGradient[at]);
            Gates[inputPart] = dc * g * (i * (1 - i));
            Gates[forgetPart] = dc * Cell[at] * (f * (1 - f));
            Gates[candidatePart] = dc * i * (1 - (g * g));
            Gates[outputPart] = dh * t * (o * (1 - o));
            CellGradient[at] = dc * f;
            BiasGradient[j] += Gates[inputPart];
            BiasGradient[width + j] += Gates[forgetPart];
            BiasGradient[(2 * width) + j] += Gates[candidatePart];
            BiasGradient[(3 * width) + j] += Gates[outputPart];
        });

        public void RequireBitsOf(Step expected)
        {
            Numbers.SameBits(expected.Gates, Gates, "gates");
            Numbers.SameBits(expected.NewCell, NewCell, "c'");
            Numbers.SameBits(expected.Squashed, Squashed, "tanh(c')");
            Numbers.SameBits(expected.Output, Output, "h'");
            Numbers.SameBits(expected.CellGradient, CellGradient, "dc");
            Numbers.SameBits(expected.BiasGradient, BiasGradient, "db");
        }

        private (int Input, int Forget, int Candidate, int Output) Parts(int row, int j)
        {
            int first = (4 * row * width) + j;
            return (first, first + width, first + (2 * width), first + (3 * width));
        }

        private void ForEach(Action<int, int, int> element)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int j = 0; j < width; j++)
                {
                    element(row, j, (row * width) + j);
                }
            }
        }
    }
}
