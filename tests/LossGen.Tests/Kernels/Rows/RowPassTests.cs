using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Every width computes the same bits of several rows, for every number of classes and rows.</summary>
public sealed class RowPassTests
{
    private const int LeastClasses = RowPass.Piece;
    private const int MostClasses = 150;

    [Fact]
    public void Exponentials_of_singles_have_the_same_bits_at_every_width_and_in_place() => CheckExponentials<float>();

    [Fact]
    public void Exponentials_of_doubles_have_the_same_bits_at_every_width_and_in_place() => CheckExponentials<double>();

    [Fact]
    public void Groups_of_exponentials_and_their_sums_have_the_same_bits_at_every_width() => CheckGroups<float>();

    [Fact]
    public void Groups_of_exponentials_of_doubles_and_their_sums_have_the_same_bits_at_every_width() => CheckGroups<double>();

    [Fact]
    public void Gradients_of_singles_are_those_of_a_row_alone_at_every_width() => CheckGradients<float>();

    [Fact]
    public void Gradients_of_doubles_are_those_of_a_row_alone_at_every_width() => CheckGradients<double>();

    [Fact]
    public void The_maximum_of_singles_leaves_the_true_class_out_at_every_width() => CheckMaxima<float>();

    [Fact]
    public void The_maximum_of_doubles_leaves_the_true_class_out_at_every_width() => CheckMaxima<double>();

    [Fact]
    public void Sums_of_singles_have_the_same_bits_at_every_width_and_two_roundings() => CheckSums<float>(Math.Pow(2, -23));

    [Fact]
    public void Sums_of_doubles_have_the_same_bits_at_every_width() => CheckSums<double>(1e-14);

    private static void CheckExponentials<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = LeastClasses; classes <= MostClasses; classes++)
        {
            int rows = 1 + (classes % 9);
            T[] logits = RowInputs.Logits<T>(new(classes), rows * classes, 40);
            logits[3] = T.NegativeInfinity;
            logits[classes - 1] = T.PositiveInfinity;
            logits[^1] = T.NaN;
            T[] maxima = [.. RowInputs.Logits<T>(new(2), rows, 40)];
            T[] expected = new T[logits.Length];
            for (int row = 0; row < rows; row++)
            {
                Period<T> maximum = default;
                maximum.Fill(maxima[row]);
                PassAtWidth.Run<T, ExponentialsPass<T>>(0, new(in logits[row * classes], in maximum[0], ref expected[row * classes]), classes);
            }

            foreach (int width in MachineWidths.All)
            {
                T[] apart = new T[logits.Length];
                PassAtWidth.Run<T, RowExponentialsPass<T>>(width, new(logits, classes, maxima, apart, prefetches: false));
                apart.ShouldBe(expected, $"{rows} rows of {classes} classes");
                T[] inPlace = [.. logits];
                PassAtWidth.Run<T, RowExponentialsPass<T>>(width, new(inPlace, classes, maxima, inPlace, prefetches: true));
                inPlace.ShouldBe(expected, $"{rows} rows of {classes} classes");
            }
        }
    }

    private static void CheckGroups<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Count = 3 * GroupExponentialsPass<T>.GroupLength;
        T[] logits = RowInputs.Logits<T>(new(1), Count, 40);
        logits[3] = T.NegativeInfinity;
        logits[100] = T.PositiveInfinity;
        logits[131] = T.NaN;
        Period<T> maximum = default;
        maximum.Fill(T.CreateChecked(7));
        T[] expected = new T[Count];
        PassAtWidth.Run<T, ExponentialsPass<T>>(0, new(in logits[0], in maximum[0], ref expected[0]), Count);
        T[] expectedSums = [.. Enumerable.Range(0, Count / 4)
            .Select(i => (i / 16 * 64) + (i % 16))
            .Select(i => (expected[i] + expected[i + 16]) + (expected[i + 32] + expected[i + 48]))];
        foreach (int width in MachineWidths.All)
        {
            T[] e = new T[Count];
            T[] sums = new T[Count / 4];
            PassAtWidth.Run<T, GroupExponentialsPass<T>>(width, new(in logits[0], in logits[0], Count, in maximum[0], 0, ref e[0], ref sums[0]));
            e.ShouldBe(expected);
            sums.ShouldBe(expectedSums);
            double fewer = double.CreateChecked(expected[93] + (expected[109] + expected[125]));
            GroupExponentialsPass<T>.Excess(e, 77, sums).ShouldBe(double.CreateChecked(expectedSums[16 + 13]) - fewer);
            GroupExponentialsPass<T>.Excess(e.AsSpan(0, 100), 93, sums).ShouldBe(double.CreateChecked(expectedSums[16 + 13]) - double.CreateChecked(expected[77]));
        }
    }

    private static void CheckGradients<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = LeastClasses; classes <= MostClasses; classes++)
        {
            int rows = 1 + (classes % 9);
            T[] e = [.. RowInputs.Logits<T>(new(1), rows * classes, 40).Select(z => T.Exp(-T.Abs(z)))];
            T[] factors = RowInputs.Logits<T>(new(2), rows, 3);
            T[] expected = new T[e.Length];
            for (int row = 0; row < rows; row++)
            {
                Period<T> factor = default;
                factor.Fill(factors[row]);
                PassAtWidth.Run<T, GradientPass<T>>(0, new(in e[row * classes], in factor[0], ref expected[row * classes]), classes);
            }

            foreach (int width in MachineWidths.All)
            {
                T[] gradient = [.. e];
                PassAtWidth.Run<T, RowGradientPass<T>>(width, new(gradient, classes, factors));
                gradient.ShouldBe(expected, $"{rows} rows of {classes} classes");
            }
        }
    }

    private static void CheckMaxima<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (int classes in Enumerable.Range(LeastClasses, MostClasses).Append(RowMaximaPass<T>.MaxClasses))
        {
            T[] logits = RowInputs.Logits<T>(new(classes), classes, 3);
            for (int label = 0; label < classes; label++)
            {
                T[] raised = [.. logits];
                raised[label] = T.CreateChecked(50);
                raised[(label + 1 + (label % (classes - 1))) % classes] = T.CreateChecked(40);
                foreach (int width in MachineWidths.All)
                {
                    T[] maxima = new T[RowPass.Piece];
                    PassAtWidth.Run<T, RowMaximaPass<T>>(width, new(raised, classes, [label], maxima));
                    maxima.Max().ShouldBe(T.CreateChecked(40), $"class {label} of {classes}");
                }
            }
        }
    }

    private static void CheckSums<T>(double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = LeastClasses; classes <= MostClasses; classes++)
        {
            T[] values = [.. RowInputs.Logits<T>(new(classes), 2 * classes, 4).Select(z => T.Exp(-T.Abs(z)))];
            double[][] sums = [new double[2], new double[2], new double[2], new double[2]];
            RowSums.OfScalars(in values[0], classes, 2, ref sums[0][0]);
            RowSums.Of128(in values[0], classes, 2, ref sums[1][0]);
            RowSums.Of256(in values[0], classes, 2, ref sums[2][0]);
            RowSums.Of512(in values[0], classes, 2, ref sums[3][0]);
            sums.ShouldAllBe(sum => sum.SequenceEqual(sums[0]), $"{classes} classes");
            double expected = values.Take(classes).Sum(value => double.CreateTruncating(value));
            sums[0][0].ShouldBe(expected, limit * expected, $"{classes} classes");
        }
    }
}
