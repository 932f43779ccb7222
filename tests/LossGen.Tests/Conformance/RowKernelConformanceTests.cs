using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Conformance;

/// <summary>Kernels over rows of classes against the golden vectors of <see cref="GoldenVector"/>.</summary>
public sealed class RowKernelConformanceTests
{
    private const double SingleLimit = 4e-6;
    private const double DoubleLimit = 1e-12;

    private delegate double GradientMethod<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, ReadOnlySpan<T> classWeights, Span<T> gradient);

    public static TheoryData<string> Names => RowReferenceConformanceTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Single_precision_agrees_with_the_original_implementation(string name)
    {
        GoldenVector golden = GoldenVector.Named(name);
        float[] gradient = new float[golden.Logits.Length];
        float[] logits = Array.ConvertAll(golden.Logits, z => (float)z);

        double loss = Single(name)(logits, golden.Labels, Array.ConvertAll(golden.ClassWeights, w => (float)w), gradient);

        ShouldAgree(loss, Array.ConvertAll(gradient, g => (double)g), name, SingleLimit);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Double_precision_agrees_with_the_original_implementation(string name)
    {
        GoldenVector golden = GoldenVector.Named(name);
        double[] gradient = new double[golden.Logits.Length];

        double loss = Double(name)(golden.Logits, golden.Labels, golden.ClassWeights, gradient);

        ShouldAgree(loss, gradient, name, DoubleLimit);
    }

    private static void ShouldAgree(double loss, double[] gradient, string name, double limit)
    {
        GoldenVector golden = GoldenVector.Named(name);
        Math.Abs(loss - golden.Loss).ShouldBeLessThanOrEqualTo(limit * golden.Loss);
        double distance = Math.Sqrt(gradient.Zip(golden.Gradient, (a, b) => (a - b) * (a - b)).Sum());
        distance.ShouldBeLessThanOrEqualTo(limit * Math.Sqrt(golden.Gradient.Sum(g => g * g)));

        // each element, too, but for the rounding error of 1 - p, which the originals subtract
        double absolute = 1e-3 * DoubleLimit * golden.Gradient.Max(Math.Abs);
        for (int i = 0; i < gradient.Length; i++)
        {
            double magnitude = Math.Abs(golden.Gradient[i]) + Subtracted(name, i);
            gradient[i].ShouldBe(golden.Gradient[i], (limit * magnitude) + absolute, $"element {i}");
        }
    }

    // With label smoothing a gradient is a difference like p - y~: beside it, what is subtracted, and p is at most the sum of both.
    private static double Subtracted(string name, int index)
    {
        GoldenVector golden = GoldenVector.Named(name);
        double smoothing = RowReferenceConformanceTests.Configuration(name).LabelSmoothing;
        int classes = golden.Logits.Length / golden.Labels.Length;
        double share = (smoothing / classes) + (index % classes == golden.Labels[index / classes] ? 1 - smoothing : 0);
        return smoothing == 0 ? 0 : 2 * share / golden.Labels.Length;
    }

    private static GradientMethod<float> Single(string name) => name switch
    {
        "ce_mean" or "ce_ignore_mean" => (z, y, _, g) => RowGoldenLosses.CrossEntropy(z, y, g),
        "ce_smooth02_mean" => (z, y, _, g) => RowGoldenLosses.Smoothed(z, y, g),
        "softmax_focal_g15_mean" => (z, y, _, g) => RowGoldenLosses.Focal(z, y, g),
        "softmax_focal_g15_classweights_sum" => RowGoldenLosses.ClassWeightedFocal,
        "poly1ce_e1_mean" => (z, y, _, g) => RowGoldenLosses.Poly1(z, y, g),
        "asl_single_g05_3_s02_mean" => (z, y, _, g) => RowGoldenLosses.Asymmetric(z, y, g),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static GradientMethod<double> Double(string name) => name switch
    {
        "ce_mean" or "ce_ignore_mean" => (z, y, _, g) => RowGoldenLosses.CrossEntropy(z, y, g),
        "ce_smooth02_mean" => (z, y, _, g) => RowGoldenLosses.Smoothed(z, y, g),
        "softmax_focal_g15_mean" => (z, y, _, g) => RowGoldenLosses.Focal(z, y, g),
        "softmax_focal_g15_classweights_sum" => RowGoldenLosses.ClassWeightedFocal,
        "poly1ce_e1_mean" => (z, y, _, g) => RowGoldenLosses.Poly1(z, y, g),
        "asl_single_g05_3_s02_mean" => (z, y, _, g) => RowGoldenLosses.Asymmetric(z, y, g),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
