using System;
using System.Linq;
using System.Numerics;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>Rows of all lengths: shorter than a vector, some vectors, and longer than caches.</summary>
public sealed class RowLengthTests
{
    private const int Rows = 9;

    public static TheoryData<string> SingleNames => RowLossesUnderTest.SingleNames;

    public static TheoryData<string> DoubleNames => RowLossesUnderTest.DoubleNames;

    [Theory]
    [MemberData(nameof(SingleNames))]
    public void Rows_of_2_to_67_classes_are_within_four_ulp(string name) => CheckShort(RowLossesUnderTest.Single.Named(name));

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Rows_of_2_to_67_classes_are_within_the_limit_in_double_precision(string name) => CheckShort(RowLossesUnderTest.Double.Named(name));

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void Long_rows_are_within_four_ulp_where_every_class_pays(int classes)
    {
        foreach (LossVariant<float> loss in RowLossesUnderTest.Single.Where(loss => !loss.Configuration.HasLabels || loss.Configuration.LabelSmoothing > 0))
        {
            LossArguments<float> batch = RowBatches.Random<float>(loss.Configuration, 2, classes, 40, seed: classes);
            loss.Invoke(batch);

            RowBatches.ShouldAgree(loss.Configuration, batch, 1, [0, 1, classes / 2, classes - 1, (int)batch.LongLabels[1]], loss.Name);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(32_768)]
    [InlineData(250_000)]
    public void Long_rows_are_within_four_ulp_where_the_true_class_pays_alone(int classes)
    {
        foreach (LossVariant<float> loss in RowLossesUnderTest.Single.Where(loss => loss.Configuration.HasLabels && loss.Configuration.LabelSmoothing == 0))
        {
            LossArguments<float> batch = RowBatches.Random<float>(loss.Configuration, 2, classes, 40, seed: classes);
            loss.Invoke(batch);

            RowBatches.ShouldAgree(loss.Configuration, batch, 1, Enumerable.Range(0, classes), loss.Name);
        }
    }

    [Theory]
    [InlineData(32_768)]
    [InlineData(250_000)]
    public void Smoothed_cross_entropy_of_very_long_rows_is_that_of_plain_sums(int classes)
    {
        LossConfiguration configuration = RowLossesUnderTest.Single.Named("RowSmoothedLosses.CrossEntropy").Configuration;
        LossArguments<float> batch = RowBatches.Random<float>(configuration, 2, classes, 40, seed: classes);
        double smoothing = configuration.LabelSmoothing;

        RowSmoothedLosses.CrossEntropy(batch.Input, batch.Labels, batch.Gradient, batch.Hessian, batch.Losses);

        double[] logits = [.. batch.Input.Skip(classes).Select(z => (double)z)];
        double maximum = logits.Max();
        double logarithm = maximum + Math.Log(logits.Sum(z => Math.Exp(z - maximum)));
        double expected = 0;
        for (int j = 0; j < classes; j++)
        {
            double p = Math.Exp(logits[j] - logarithm);
            double share = (smoothing / classes) + (j == batch.Labels[1] ? 1 - smoothing : 0);
            expected -= share * (logits[j] - logarithm);
            ((double)batch.Gradient[classes + j]).ShouldBe(p - share, 2e-6 * (p + share));
            ((double)batch.Hessian[classes + j]).ShouldBe(p * (1 - p), 4e-6 * p);
        }

        ((double)batch.Losses[1]).ShouldBe(expected, 1e-6 * expected);
    }

    private static void CheckShort<T>(LossVariant<T> loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int classes = 2; classes <= 67; classes++)
        {
            LossArguments<T> batch = RowBatches.Random<T>(loss.Configuration, Rows, classes, 30, seed: classes);
            loss.Invoke(batch);

            // the first, one in the middle and the last row
            foreach (int row in new[] { 0, Rows / 2, Rows - 1 })
            {
                RowBatches.ShouldAgree(loss.Configuration, batch, row, [0, classes / 2, classes - 1], loss.Name);
            }
        }
    }
}
