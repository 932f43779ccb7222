using System;
using System.Linq;
using System.Numerics;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>
/// Each result is within 4 ulp of its conditioned magnitude: of the sum of the magnitudes it is a sum of, each times how often an
/// error of p counts in it and times 1 + |log p|, since what a difference of logits is rounded by is a relative error of p.
/// </summary>
public sealed class AllClassAccuracyTests
{
    // tiles, one block, more blocks
    public static TheoryData<int> ClassCounts => [.. Enumerable.Range(2, 66), 100, 143, 144, 145, 1000, 2303, 2304, 2305, 32768];

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Smoothed_cross_entropy_is_accurate(int classes) => Check<CrossEntropyOfClass, SmoothedLabels>(classes);

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Cross_entropy_of_soft_rows_is_accurate(int classes) => Check<CrossEntropyOfClass, SoftRows>(classes);

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Cross_entropy_of_smoothed_soft_rows_is_accurate(int classes) => Check<CrossEntropyOfClass, SmoothedSoftRows>(classes);

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Asymmetric_loss_of_one_label_is_accurate(int classes) => Check<AsymmetricLossOfClass, SmoothedLabels>(classes);

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_hyperparameter_per_class_is_that_of_the_class_whose_probability_it_is(int classes) =>
        Check<AsymmetricLossOfClass, LabelsPerClass>(classes);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(53)]
    public void Derivatives_are_those_of_hyper_dual_numbers(int classes)
    {
        const int Rows = 3;
        AllClassArguments<double> arguments = new AllClassArguments<double>(Rows, classes).Evaluate<AsymmetricLossOfClass, UnweightedLabels>();
        for (int i = 0; i < Rows * classes; i++)
        {
            HyperDual loss = HyperDualLoss<AsymmetricLossOfClass>(arguments, i / classes, i % classes);
            arguments.Gradient[i].ShouldBe(loss.First.Value, 1e-14);
            arguments.Hessian[i].ShouldBe(loss.Second.Value, 1e-14);
        }
    }

    private static void Check<TTerm, TShape>(int classes)
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape
    {
        int rows = classes < 100 ? 19 : 3;
        Check<TTerm, TShape, float>(new AllClassArguments<float>(rows, classes).Evaluate<TTerm, TShape>(), 1.1920928955078125e-07);
        Check<TTerm, TShape, double>(new AllClassArguments<double>(rows, classes).EvaluateInt<TTerm, TShape>(), 2.2204460492503131e-16);
    }

    private static void Check<TTerm, TShape, T>(AllClassArguments<T> arguments, double ulp)
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AllClassReference reference = AllClassReference.Of<TTerm, TShape, T>(arguments);
        Check([arguments.Value], [reference.Value], ulp, "value");
        Check(Array.ConvertAll(arguments.Losses, double.CreateTruncating), reference.Losses, ulp, "losses");
        Check(Array.ConvertAll(arguments.Gradient, double.CreateTruncating), reference.Gradient, ulp, "gradient");
        Check(Array.ConvertAll(arguments.Hessian, double.CreateTruncating), reference.Hessian, ulp, "hessian");
    }

    // what is below the normal numbers may come out as 0
    private static void Check(double[] actual, Expected[] expected, double ulp, string name)
    {
        double smallestNormal = ulp > 1e-10 ? 1.2e-38 : 2.3e-308;
        for (int i = 0; i < actual.Length; i++)
        {
            double tolerance = (4 * ulp * expected[i].Magnitude) + smallestNormal;
            actual[i].ShouldBe(expected[i].Value, tolerance, $"{name}[{i}]");
        }
    }

    private static HyperDual HyperDualLoss<TTerm>(AllClassArguments<double> arguments, int row, int variable)
        where TTerm : struct, IClassTerm
    {
        int classes = arguments.Classes;
        HyperDual[] exponentials = [.. arguments.Logits.Skip(row * classes).Take(classes)
            .Select((z, j) => HyperDual.Exp(j == variable ? HyperDual.Variable(z) : z))];
        HyperDual sum = exponentials.Aggregate((x, y) => x + y);
        HyperDual loss = 0;
        for (int j = 0; j < classes; j++)
        {
            bool isTrue = j == arguments.Labels[row];
            loss += ((isTrue ? 0.9 : 0) + (0.1 / classes)) * TTerm.OfHyperDual(exponentials[j] / sum, isTrue);
        }

        return loss;
    }
}
