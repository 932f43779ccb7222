using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Conformance;

/// <summary>Kernels against the golden vectors of <see cref="GoldenVector"/>.</summary>
public sealed class KernelConformanceTests
{
    private const double SingleLimit = 4e-6;
    private const double DoubleLimit = 1e-12;

    private delegate double GradientMethod<T>(ReadOnlySpan<T> logits, ReadOnlySpan<T> targets, Span<T> gradient);

    public static TheoryData<string> Names => ReferenceConformanceTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_agrees_with_the_original_implementation(string name)
    {
        GoldenVector golden = GoldenVector.Named(name);
        float[] gradient = new float[golden.Logits.Length];

        double loss = Single(name)(golden.Logits.Select(z => (float)z).ToArray(), golden.Targets.Select(y => (float)y).ToArray(), gradient);

        RelativeError(loss, golden.Loss).ShouldBeLessThanOrEqualTo(SingleLimit);
        double[] widened = Array.ConvertAll(gradient, g => (double)g);
        RelativeDistance(widened, golden.Gradient).ShouldBeLessThanOrEqualTo(SingleLimit);
        ShouldAgreeElementwise(widened, name, SingleLimit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_precision_agrees_with_the_original_implementation(string name)
    {
        GoldenVector golden = GoldenVector.Named(name);
        double[] gradient = new double[golden.Logits.Length];

        double loss = Double(name)(golden.Logits, golden.Targets, gradient);

        RelativeError(loss, golden.Loss).ShouldBeLessThanOrEqualTo(DoubleLimit);
        RelativeDistance(gradient, golden.Gradient).ShouldBeLessThanOrEqualTo(DoubleLimit);
        ShouldAgreeElementwise(gradient, name, DoubleLimit);
    }

    /// <summary>
    /// Each element within the limit, but for what cannot be within it. A soft target makes the gradient a difference,
    /// (1 - y) p - y q, so that the limit is relative to the sum. And the originals compute 1 - p and, for y = 0, p as
    /// 1 - (1 - p), so that they are off by up to 2^-53 there: the gradient goes like (1 - t)^(Gamma + 1) where the
    /// confidence t comes close to 1, and has a factor 1 - p, from the derivative of the sigmoid, where y = 0 and p does.
    /// </summary>
    private static void ShouldAgreeElementwise(double[] gradient, string name, double limit)
    {
        GoldenVector golden = GoldenVector.Named(name);
        for (int i = 0; i < gradient.Length; i++)
        {
            (double z, double y) = (golden.Logits[i], golden.Targets[i]);
            (double p, double q) = (LossMath.Sigmoid(z), LossMath.Sigmoid(-z));
            bool isHard = y is 0 or 1;
            double magnitude = isHard ? Math.Abs(golden.Gradient[i]) : ((1 - y) * p) + (y * q);
            double ofTheOriginal = isHard ? (FocusOfPositives(name) + 1) * Math.ScaleB(1, -53) / (y == 1 ? q : Math.Min(p, q)) : 0;
            double allowed = (limit + ofTheOriginal) * magnitude;
            Math.Abs(gradient[i] - golden.Gradient[i]).ShouldBeLessThanOrEqualTo(allowed, FormattableString.Invariant($"z = {z}, y = {y}"));
        }
    }

    // the shifted negatives of the asymmetric entries are 0 where p is small
    private static double FocusOfPositives(string name) => name switch
    {
        "focal_a40_g3_mean" => 3,
        "asl_g1_3_m10_sum" or "asl_detached_g1_3_m10_sum" => 1,
        _ => 0,
    };

    private static double RelativeError(double actual, double expected) => Math.Abs((actual - expected) / expected);

    /// <summary>The Euclidean distance relative to the length.</summary>
    private static double RelativeDistance(double[] actual, double[] expected) =>
        Math.Sqrt(actual.Zip(expected, (a, b) => (a - b) * (a - b)).Sum() / expected.Sum(b => b * b));

    private static GradientMethod<float> Single(string name) => name switch
    {
        "bce_sum" or "bce_soft_sum" => GoldenLosses.CrossEntropy,
        "focal_a40_g3_mean" => GoldenLosses.Focal,
        "asl_g1_3_m10_sum" => GoldenLosses.Asymmetric,
        "asl_detached_g1_3_m10_sum" => GoldenLosses.DetachedAsymmetric,
        "poly1_e15_sum" => GoldenLosses.Poly1,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static GradientMethod<double> Double(string name) => name switch
    {
        "bce_sum" or "bce_soft_sum" => GoldenLosses.CrossEntropy,
        "focal_a40_g3_mean" => GoldenLosses.Focal,
        "asl_g1_3_m10_sum" => GoldenLosses.Asymmetric,
        "asl_detached_g1_3_m10_sum" => GoldenLosses.DetachedAsymmetric,
        "poly1_e15_sum" => GoldenLosses.Poly1,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
