using System.Collections.Generic;
using LossGen.Benchmarks.Peers;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Peers.Scalar;

namespace LossGen.Benchmarks.Losses;

/// <summary>The losses of independent elements.</summary>
internal static class ElementwiseCatalogue
{
    public static IEnumerable<BenchmarkedLoss<float, double>> All(CPeers c) =>
    [
        Of(
            "BCE",
            new(ForwardLosses.CrossEntropy, GradientLosses.CrossEntropy, CombinedLosses.CrossEntropy, HessianLosses.CrossEntropy),
            new(ForwardLosses.CrossEntropy, GradientLosses.CrossEntropy, CombinedLosses.CrossEntropy, HessianLosses.CrossEntropy),
            Quickstart.ScalarLosses.BinaryCrossEntropy,
            c.Elementwise("cross_entropy")),
        Of(
            "focal, gamma 2, hard",
            new(ForwardLosses.Focal, GradientLosses.Focal, CombinedLosses.Focal, HessianLosses.Focal),
            new(ForwardLosses.Focal, GradientLosses.Focal, CombinedLosses.Focal, HessianLosses.Focal),
            HardTargetLosses.Focal,
            c.Elementwise("focal")),
        Of(
            "focal, gamma 1.5, hard",
            new(ForwardLosses.FocalOneAndAHalf, GradientLosses.FocalOneAndAHalf, CombinedLosses.FocalOneAndAHalf, HessianLosses.FocalOneAndAHalf),
            new(ForwardLosses.FocalOneAndAHalf, GradientLosses.FocalOneAndAHalf, CombinedLosses.FocalOneAndAHalf, HessianLosses.FocalOneAndAHalf),
            HardTargetLosses.FocalOneAndAHalf,
            c.Elementwise("focal_one_and_a_half")),
        Of(
            "ASL 0/4, hard",
            new(ForwardLosses.Asymmetric0Hard, GradientLosses.Asymmetric0Hard, CombinedLosses.Asymmetric0Hard, HessianLosses.Asymmetric0Hard),
            new(ForwardLosses.Asymmetric0Hard, GradientLosses.Asymmetric0Hard, CombinedLosses.Asymmetric0Hard, HessianLosses.Asymmetric0Hard),
            HardTargetLosses.Asymmetric0,
            c.Elementwise("asymmetric_0_hard")),
        Of(
            "ASL 1/4, hard",
            new(ForwardLosses.Asymmetric1Hard, GradientLosses.Asymmetric1Hard, CombinedLosses.Asymmetric1Hard, HessianLosses.Asymmetric1Hard),
            new(ForwardLosses.Asymmetric1Hard, GradientLosses.Asymmetric1Hard, CombinedLosses.Asymmetric1Hard, HessianLosses.Asymmetric1Hard),
            HardTargetLosses.Asymmetric1,
            c.Elementwise("asymmetric_1_hard")),
        Of(
            "ASL 0/4, soft",
            new(ForwardLosses.Asymmetric0Soft, GradientLosses.Asymmetric0Soft, CombinedLosses.Asymmetric0Soft, HessianLosses.Asymmetric0Soft),
            new(ForwardLosses.Asymmetric0Soft, GradientLosses.Asymmetric0Soft, CombinedLosses.Asymmetric0Soft, HessianLosses.Asymmetric0Soft),
            SoftTargetLosses.Asymmetric0,
            c.Elementwise("asymmetric_0_soft")),
        Of(
            "ASL 1/4, soft",
            new(ForwardLosses.Asymmetric1Soft, GradientLosses.Asymmetric1Soft, CombinedLosses.Asymmetric1Soft, HessianLosses.Asymmetric1Soft),
            new(ForwardLosses.Asymmetric1Soft, GradientLosses.Asymmetric1Soft, CombinedLosses.Asymmetric1Soft, HessianLosses.Asymmetric1Soft),
            Quickstart.ScalarLosses.Asymmetric,
            c.Elementwise("asymmetric_1_soft")),
        Of(
            "Poly-1",
            new(ForwardLosses.Poly1, GradientLosses.Poly1, CombinedLosses.Poly1, HessianLosses.Poly1),
            new(ForwardLosses.Poly1, GradientLosses.Poly1, CombinedLosses.Poly1, HessianLosses.Poly1),
            Quickstart.ScalarLosses.Poly1CrossEntropy,
            c.Elementwise("poly1")),
        Of(
            "Hill",
            new(ForwardLosses.Hill, GradientLosses.Hill, CombinedLosses.Hill, HessianLosses.Hill),
            new(ForwardLosses.Hill, GradientLosses.Hill, CombinedLosses.Hill, HessianLosses.Hill),
            SoftTargetLosses.Hill,
            c.Elementwise("hill")),
    ];

    private static BenchmarkedLoss<float, double> Of(
        string name, LossKernels<float, float> single, LossKernels<double, double> @double, CombinedLoss<float, float> scalar, IEnumerable<Peer<float>> c) =>
        new(name, single, @double, [new("MathF", scalar), .. c]);
}
