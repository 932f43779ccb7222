using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Passes over tiles treat each row by itself, whatever the width.</summary>
public sealed class TilePassTests
{
    private const int Tiles = 3;
    private const int Rows = Tiles * RowTile.Rows;
    private const int MostClasses = 12;

    [Fact]
    public void The_true_class_of_singles_is_taken_out_of_the_maximum_at_every_width() => CheckMaxima<float>();

    [Fact]
    public void The_true_class_of_doubles_is_taken_out_of_the_maximum_at_every_width() => CheckMaxima<double>();

    [Fact]
    public void Gradients_of_singles_have_the_derivative_by_the_true_class_in_its_place_at_every_width() => CheckGradients<float>();

    [Fact]
    public void Gradients_of_doubles_have_the_derivative_by_the_true_class_in_its_place_at_every_width() => CheckGradients<double>();

    [Fact]
    public void Sums_of_four_singles_are_added_in_double_precision_at_every_width() => CheckSums<float>();

    [Fact]
    public void Sums_of_four_doubles_are_added_in_the_order_of_classes_at_every_width() => CheckSums<double>();

    private static void CheckMaxima<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = 2; classes <= MostClasses; classes++)
        {
            int length = LengthOfTile(classes);
            T[] logits = RowInputs.Logits<T>(new(1), Tiles * length, 5);
            logits[At(3, 1, length)] = T.PositiveInfinity;
            int[] labels = Labels(classes);
            foreach (int width in MachineWidths.All)
            {
                T[] tiles = [.. logits];
                T[] trueLogits = new T[Rows];
                T[] maxima = new T[Rows];
                T[] finite = new T[tiles.Length / 4];
                PassAtWidth.Run<T, TileMaximaPass<T>>(width, new(tiles, length, classes, Numbers<T>(labels), trueLogits, maxima, finite));
                for (int row = 0; row < Rows; row++)
                {
                    T[] z = Row(logits, row, length);
                    int label = labels[row];
                    T maximum = z.Take(classes).Where((_, j) => j != label).Max();
                    trueLogits[row].ShouldBe(z[label]);
                    maxima[row].ShouldBe(maximum);
                    Row(finite, row, length / 4).ShouldBe(Enumerable.Repeat(Precision<T>.Finite(maximum), length / 4 / RowTile.Rows));
                    Row(tiles, row, length).ShouldBe(z.Select((x, j) => j < classes && j != label ? x : T.NegativeInfinity));
                }
            }
        }
    }

    private static void CheckGradients<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = 2; classes <= MostClasses; classes++)
        {
            int length = LengthOfTile(classes);
            T[] e = [.. RowInputs.Logits<T>(new(1), Tiles * length, 40).Select(z => T.Exp(-T.Abs(z)))];
            T[] factors = RowInputs.Logits<T>(new(2), Rows, 3);
            T[] first = RowInputs.Logits<T>(new(3), Rows, 3);
            int[] labels = Labels(classes);
            foreach (int width in MachineWidths.All)
            {
                T[] tiles = [.. e];
                PassAtWidth.Run<T, TileGradientPass<T>>(width, new(tiles, length, classes, Numbers<T>(labels), first, factors));
                for (int row = 0; row < Rows; row++)
                {
                    T[] alone = Row(e, row, length)[..classes];
                    Period<T> factor = default;
                    factor.Fill(factors[row]);
                    PassAtWidth.Run<T, GradientPass<T>>(0, new(in alone[0], in factor[0], ref alone[0]), classes);
                    alone[labels[row]] = first[row];
                    Row(tiles, row, length)[..classes].ShouldBe(alone);
                }
            }
        }
    }

    private static void CheckSums<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int groups = 1; groups <= MostClasses / 4; groups++)
        {
            T[] fours = RowInputs.Logits<T>(new(1), Rows * groups, 5);
            double[] expected = [.. Enumerable.Range(0, Rows).Select(row =>
                Row(fours, row, groups * RowTile.Rows).Select(double.CreateChecked).Aggregate((sum, four) => sum + four))];
            foreach (int width in MachineWidths.All)
            {
                double[] sums = new double[Rows];
                PassAtWidth.Run<double, TileSumsPass<T>>(width, new(in fours[0], groups, ref sums[0]), Rows);
                sums.ShouldBe(expected);
            }
        }
    }

    // whole groups of four classes
    private static int LengthOfTile(int classes) => RowTile.Rows * ((classes + 3) / 4 * 4);

    private static int At(int row, int j, int length) => (row / RowTile.Rows * length) + (j * RowTile.Rows) + (row % RowTile.Rows);

    private static T[] Row<T>(T[] tiles, int row, int length) =>
        [.. Enumerable.Range(0, length / RowTile.Rows).Select(j => tiles[At(row, j, length)])];

    private static int[] Labels(int classes) => [.. Enumerable.Range(0, Rows).Select(row => (row * 7) % classes)];

    private static T[] Numbers<T>(int[] labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] numbers = new T[labels.Length];
        RowConversion.ToNumbers<T>(labels, numbers);
        return numbers;
    }
}
