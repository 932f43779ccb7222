using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Loss and derivatives of rows against the formulas in double precision.</summary>
public sealed class TrueClassAccuracyTests
{
    public static IEnumerable<object[]> Cases =>
        from classes in RowInputs.ClassCounts
        from deviation in (double[])[0.01, 3, 30]
        select new object[] { classes, deviation };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cross_entropy_of_singles(int classes, double deviation) => Check<CrossEntropyTerm, float>(classes, deviation);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Cross_entropy_of_doubles(int classes, double deviation) => Check<CrossEntropyTerm, double>(classes, deviation);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Focal_loss_of_singles(int classes, double deviation) => Check<FocalTerm, float>(classes, deviation);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Focal_loss_of_doubles(int classes, double deviation) => Check<FocalTerm, double>(classes, deviation);

    // An exponential has an error of 1 ulp and half an ulp for each unit of the difference that was rounded; u has that of the
    // mean over the exponentials. A term changes by up to 4 times the error of u, relative to itself.
    private static void Check<TTerm, T>(int classes, double deviation)
        where TTerm : ITerm
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(classes);
        int rows = RowInputs.Rows(classes);
        RowRun<T> run = new RowRun<T>(RowInputs.Logits<T>(random, rows * classes, deviation), RowInputs.Labels(random, rows, classes))
            .Call<TTerm, AllOutputs>();
        double ulp = typeof(T) == typeof(float) ? Math.ScaleB(1, -23) : Math.ScaleB(1, -52);
        double negligible = Math.Exp(typeof(T) == typeof(float) ? -87 : -708);
        double sum = 0;
        double sumOfErrors = 0;
        for (int row = 0; row < rows; row++)
        {
            double[] logits = [.. run.Logits.Skip(row * classes).Take(classes).Select(z => double.CreateChecked(z))];
            RowReference reference = RowReference.Of<TTerm>(logits, run.Labels[row]);
            double ofLogit = ulp * (1 + (0.5 * reference.MeanSpread) + (typeof(T) == typeof(float) ? 0 : reference.Spread[run.Labels[row]] + 8));
            double ofTerm = 4 * ofLogit;
            double ofLoss = (reference.Loss * (ofTerm + ulp)) + (Math.Abs(reference.Gradient[run.Labels[row]]) * ofLogit);
            double.CreateChecked(run.Losses[row]).ShouldBe(reference.Loss, ofLoss + negligible, $"row {row}");
            sum += reference.Loss;
            sumOfErrors += ofLoss;
            for (int j = 0; j < classes; j++)
            {
                double relative = (4 * ulp) + (0.5 * ulp * reference.Spread[j]) + ofTerm;
                double ofHessian = (4 * ulp) + (0.5 * ulp * reference.HessianSpread[j]) + ofTerm;
                Near(run.Gradient[(row * classes) + j], reference.Gradient[j], (Math.Abs(reference.Gradient[j]) * relative) + negligible, $"gradient of row {row}, class {j}");
                Near(run.Hessian[(row * classes) + j], reference.Hessian[j], (2 * reference.Magnitude[j] * ofHessian) + negligible, $"hessian of row {row}, class {j}");
            }
        }

        run.Value.ShouldBe(sum, sumOfErrors);
    }

    private static void Near<T>(T actual, double expected, double tolerance, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double error = Math.Abs(double.CreateChecked(actual) - expected);
        if (!(error <= tolerance))
        {
            Assert.Fail($"{what}: {actual:R} but {expected:R}, off by {error / tolerance} of what is allowed");
        }
    }
}
