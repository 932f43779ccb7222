using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Every width computes the same bits, for every number of elements.</summary>
public sealed class VectorPassTests
{
    private const int Longest = 200;

    // among them the smallest normal numbers and their neighbours, as they are with the weights and the scale
    private static readonly double[] s_derivatives =
    [
        .. new[]
        {
            1, -0.1, 1e-45, -1e-39, 1.17549435082228751e-38, 1.1754943e-38, 3e38, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
            0, Math.PI, -1e-300, 1e-310, 7, -8, 9e-9, 1.0 / 3, -2e-38, 2.2250738585072014e-308, -1.17549435082228751e-38,
        }.SelectMany(x => (double[])[x, 8 * x, 4 * x]),
    ];

    [Fact]
    public void Exponentials_of_singles_have_the_same_bits_at_every_width() => CheckExponentials<float>();

    [Fact]
    public void Exponentials_of_doubles_have_the_same_bits_at_every_width() => CheckExponentials<double>();

    [Fact]
    public void Hessians_of_singles_have_the_same_bits_at_every_width() => CheckHessians<float>();

    [Fact]
    public void Hessians_of_doubles_have_the_same_bits_at_every_width() => CheckHessians<double>();

    [Fact]
    public void Logits_of_true_classes_have_the_same_bits_at_every_width()
    {
        for (int count = 0; count <= RowBlock.Length; count++)
        {
            ulong[][] results = [.. MachineWidths.All.Select(width => LogitsOfTrueClasses(width, count))];
            results.ShouldAllBe(result => result.SequenceEqual(results[0]), $"{count} rows");
        }
    }

    [Fact]
    public void Results_of_true_classes_are_weighted_and_rounded_to_singles_that_are_not_denormal() => CheckResults<float>();

    [Fact]
    public void Results_of_true_classes_are_weighted_and_rounded_to_doubles_that_are_not_denormal() => CheckResults<double>();

    [Fact]
    public void The_maximum_of_singles_is_found_at_every_width_and_place() => CheckMaxima<float>();

    [Fact]
    public void The_maximum_of_doubles_is_found_at_every_width_and_place() => CheckMaxima<double>();

    [Fact]
    public void Squares_transpose_singles_as_single_numbers_do() => CheckTransposition<float>();

    [Fact]
    public void Squares_transpose_doubles_as_single_numbers_do() => CheckTransposition<double>();

    private static void CheckExponentials<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] logits = RowInputs.Logits<T>(new(1), Longest, 40);
        logits[3] = T.NegativeInfinity;
        logits[70] = T.PositiveInfinity;
        logits[131] = T.NaN;
        T[] maxima = [.. RowInputs.Logits<T>(new(2), Period<T>.Length, 40)];
        for (int count = 0; count <= Longest; count++)
        {
            T[][] results = [.. MachineWidths.All.Select(width =>
            {
                T[] results = new T[Longest + 1];
                PassAtWidth.Run<T, ExponentialsPass<T>>(width, new(in logits[0], in maxima[0], ref results[0]), count);
                return results;
            })];
            results.ShouldAllBe(result => result.SequenceEqual(results[0]), $"{count} elements");
        }
    }

    private static void CheckHessians<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] e = [.. RowInputs.Logits<T>(new(1), Longest, 1).Select((z, i) => i % 9 == 0 ? T.One : T.Exp(-T.Abs(z * z * z * z)))];
        HessianFactors<T> factors = default;
        Random random = new(3);
        for (int lane = 0; lane < 16; lane++)
        {
            factors.Set(lane, random.NextDouble(), random.NextDouble(), random.NextDouble() - 0.5, random.NextDouble());
        }

        factors.Repeat();
        for (int count = 0; count <= Longest; count++)
        {
            T[][] results = [.. MachineWidths.All.Select(width =>
            {
                T[] hessian = new T[Longest + 1];
                PassAtWidth.Run<T, HessianPass<T>>(width, new(in e[0], in factors, ref hessian[0]), count);
                PassAtWidth.Run<T, GradientPass<T>>(width, new(in hessian[0], in factors.NegatedFirst[0], ref hessian[0]), count / 2);
                return hessian;
            })];
            results.ShouldAllBe(result => result.SequenceEqual(results[0]), $"{count} elements");
        }
    }

    private static ulong[] LogitsOfTrueClasses(int width, int count)
    {
        Random random = new(4);
        TrueClassBlock<float> block = default;
        for (int row = 0; row < RowBlock.Length; row++)
        {
            block.TrueLogits[row] = random.Next(9) == 0 ? float.NegativeInfinity : 200 * (random.NextSingle() - 0.5f);
            block.Maxima[row] = random.Next(9) == 0 ? float.MaxValue : 200 * (random.NextSingle() - 0.5f);
            block.Sums[row] = random.Next(9) == 0 ? 0 : 1 + Math.Exp(20 * (random.NextDouble() - 0.5));
            block.Weights[row] = random.Next(3) - 1;
        }

        PassAtWidth.Run<double, TrueClassLogitPass<float>>(width, new(ref block), count);
        return [.. Enumerable.Range(0, RowBlock.Length).Select(row => BitConverter.DoubleToUInt64Bits(block.Logits[row]))];
    }

    private static void CheckResults<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const double scale = 0.125;
        foreach (int width in MachineWidths.All)
        {
            for (int count = 0; count <= s_derivatives.Length; count++)
            {
                double[] losses = new double[s_derivatives.Length + 1];
                TrueClassBlock<T> block = default;
                for (int row = 0; row < s_derivatives.Length; row++)
                {
                    block.Weights[row] = row % 3;
                    block.Losses[row] = row + 0.1;
                    block.First[row] = s_derivatives[row];
                    block.Second[row] = -s_derivatives[row];
                    block.Sums[row] = row % 5;
                }

                PassAtWidth.Run<double, TrueClassResultPass<T>>(
                    width, new(ref block, ref losses[0], LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian, scale), count);
                for (int row = 0; row < count; row++)
                {
                    double weight = row % 3 * scale;
                    double first = s_derivatives[row] * weight;
                    double factor = row % 5 == 0 ? first : -(first / (row % 5));
                    losses[row].ShouldBe((row + 0.1) * (row % 3));
                    block.First[row].ShouldBe(first);
                    block.Second[row].ShouldBe(-s_derivatives[row] * weight);
                    block.Factors[row].ShouldBe(factor);
                    block.GradientFactors[row].ShouldBe(Precision<T>.Round(factor));
                    block.Gradients[row].ShouldBe(Precision<T>.Round(first));
                    block.Hessians[row].ShouldBe(Precision<T>.Round(-s_derivatives[row] * weight));
                }

                losses[count].ShouldBe(0);
            }
        }
    }

    private static void CheckMaxima<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int count = 1; count <= 150; count++)
        {
            T[] logits = RowInputs.Logits<T>(new(count), count, 3);
            for (int place = 0; place < count; place++)
            {
                T[] raised = [.. logits];
                raised[place] = T.CreateChecked(50);
                RowMaximum.Of<T>(raised).ShouldBe(raised[place]);
                RowMaximum.Excluding<T>(raised, place).ShouldBe(count == 1 ? T.NegativeInfinity : logits.Where((_, i) => i != place).Max());
                RowMaximum.OfScalars(in raised[0], (nuint)count).ShouldBe(raised[place]);
                if (count >= 4)
                {
                    RowMaximum.Of128(in raised[0], (nuint)count).ShouldBe(raised[place]);
                }

                if (count >= 8)
                {
                    RowMaximum.Of256(in raised[0], (nuint)count).ShouldBe(raised[place]);
                }

                if (count >= 16)
                {
                    RowMaximum.Of512(in raised[0], (nuint)count).ShouldBe(raised[place]);
                }
            }
        }
    }

    private static void CheckTransposition<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int rows = 1; rows <= 16; rows++)
        {
            for (int columns = 1; columns <= 20; columns++)
            {
                T[] source = RowInputs.Logits<T>(new(rows), rows * columns, 1);
                T[] expected = new T[(columns * 17) + 1];
                T[] actual = new T[(columns * 17) + 1];
                Transposition.RunScalar(in source[0], rows, columns, columns, ref expected[0], 17);
                Transposition.Run(in source[0], rows, columns, columns, ref actual[0], 17);
                actual.ShouldBe(expected);
                actual[columns > 1 ? 17 : 0].ShouldBe(source[columns > 1 ? 1 : 0]);
                CheckTranspositionOfThree<T>(rows, columns);
            }
        }
    }

    private static void CheckTranspositionOfThree<T>(int rows, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int length = rows * columns;
        int distance = (columns * 16) + 5;
        T[] sources = RowInputs.Logits<T>(new(rows), 3 * length, 1);
        T[] expected = new T[3 * distance];
        T[] actual = new T[3 * distance];
        for (int i = 0; i < 3; i++)
        {
            Transposition.RunScalar(in sources[i * length], rows, columns, columns, ref expected[i * distance], 16);
        }

        Transposition.Run(in sources[0], rows, columns, columns, ref actual[0], 16, 3, length, distance);
        actual.ShouldBe(expected);
    }
}
