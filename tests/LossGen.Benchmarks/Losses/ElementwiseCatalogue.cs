using System.Collections.Generic;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Peers.Scalar;
using LossGen.Benchmarks.Peers.Tensors;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Losses;

/// <summary>The losses of independent elements.</summary>
internal static class ElementwiseCatalogue
{
    // of the elements whose gradient norm rounds to the other side of an edge
    private const double BinEdges = 1e-5;

    public static IEnumerable<BenchmarkedLoss<float, double>> All(CPeers c) =>
    [
        new(
            "BCE",
            new(ForwardLosses.CrossEntropy, GradientLosses.CrossEntropy, CombinedLosses.CrossEntropy, HessianLosses.CrossEntropy),
            new(ForwardLosses.CrossEntropy, GradientLosses.CrossEntropy, CombinedLosses.CrossEntropy, HessianLosses.CrossEntropy),
            [
                new(Columns.Scalar, Quickstart.ScalarLosses.BinaryCrossEntropy),
                new(Columns.Tensors, TensorLosses.CrossEntropy),
                .. c.Elementwise("cross_entropy"),
            ],
            "bce"),
        new(
            "focal, gamma 2, hard",
            new(ForwardLosses.Focal, GradientLosses.Focal, CombinedLosses.Focal, HessianLosses.Focal),
            new(ForwardLosses.Focal, GradientLosses.Focal, CombinedLosses.Focal, HessianLosses.Focal),
            [
                new(Columns.Scalar, HardTargetLosses.Focal),
                new(Columns.Tensors, TensorLosses.Focal),
                .. c.Elementwise("focal"),
            ],
            "focal"),
        new(
            "focal, gamma 1.5, hard",
            new(ForwardLosses.FocalOneAndAHalf, GradientLosses.FocalOneAndAHalf, CombinedLosses.FocalOneAndAHalf, HessianLosses.FocalOneAndAHalf),
            new(ForwardLosses.FocalOneAndAHalf, GradientLosses.FocalOneAndAHalf, CombinedLosses.FocalOneAndAHalf, HessianLosses.FocalOneAndAHalf),
            [
                new(Columns.Scalar, HardTargetLosses.FocalOneAndAHalf),
                .. c.Elementwise("focal_one_and_a_half"),
            ],
            "focal_one_and_a_half"),
        new(
            "ASL 0/4, hard",
            new(ForwardLosses.Asymmetric0Hard, GradientLosses.Asymmetric0Hard, CombinedLosses.Asymmetric0Hard, HessianLosses.Asymmetric0Hard),
            new(ForwardLosses.Asymmetric0Hard, GradientLosses.Asymmetric0Hard, CombinedLosses.Asymmetric0Hard, HessianLosses.Asymmetric0Hard),
            [
                new(Columns.Scalar, HardTargetLosses.Asymmetric0),
                new(Columns.Tensors, TensorLosses.Asymmetric0),
                .. c.Elementwise("asymmetric_0_hard"),
            ],
            "asymmetric_0"),
        new(
            "ASL 1/4, hard",
            new(ForwardLosses.Asymmetric1Hard, GradientLosses.Asymmetric1Hard, CombinedLosses.Asymmetric1Hard, HessianLosses.Asymmetric1Hard),
            new(ForwardLosses.Asymmetric1Hard, GradientLosses.Asymmetric1Hard, CombinedLosses.Asymmetric1Hard, HessianLosses.Asymmetric1Hard),
            [
                new(Columns.Scalar, HardTargetLosses.Asymmetric1),
                new(Columns.Tensors, TensorLosses.Asymmetric1),
                .. c.Elementwise("asymmetric_1_hard"),
            ],
            "asymmetric_1"),
        new(
            "ASL 0/4, soft",
            new(ForwardLosses.Asymmetric0Soft, GradientLosses.Asymmetric0Soft, CombinedLosses.Asymmetric0Soft, HessianLosses.Asymmetric0Soft),
            new(ForwardLosses.Asymmetric0Soft, GradientLosses.Asymmetric0Soft, CombinedLosses.Asymmetric0Soft, HessianLosses.Asymmetric0Soft),
            [
                new(Columns.Scalar, SoftTargetLosses.Asymmetric0),
                new(Columns.Tensors, TensorLosses.Asymmetric0),
                .. c.Elementwise("asymmetric_0_soft"),
            ],
            "asymmetric_0"),
        new(
            "ASL 1/4, soft",
            new(ForwardLosses.Asymmetric1Soft, GradientLosses.Asymmetric1Soft, CombinedLosses.Asymmetric1Soft, HessianLosses.Asymmetric1Soft),
            new(ForwardLosses.Asymmetric1Soft, GradientLosses.Asymmetric1Soft, CombinedLosses.Asymmetric1Soft, HessianLosses.Asymmetric1Soft),
            [
                new(Columns.Scalar, Quickstart.ScalarLosses.Asymmetric),
                new(Columns.Tensors, TensorLosses.Asymmetric1),
                .. c.Elementwise("asymmetric_1_soft"),
            ],
            "asymmetric_1"),
        new(
            "Poly-1",
            new(ForwardLosses.Poly1, GradientLosses.Poly1, CombinedLosses.Poly1, HessianLosses.Poly1),
            new(ForwardLosses.Poly1, GradientLosses.Poly1, CombinedLosses.Poly1, HessianLosses.Poly1),
            [
                new(Columns.Scalar, Quickstart.ScalarLosses.Poly1CrossEntropy),
                .. c.Elementwise("poly1"),
            ]),
        new(
            "Hill",
            new(ForwardLosses.Hill, GradientLosses.Hill, CombinedLosses.Hill, HessianLosses.Hill),
            new(ForwardLosses.Hill, GradientLosses.Hill, CombinedLosses.Hill, HessianLosses.Hill),
            [
                new(Columns.Scalar, SoftTargetLosses.Hill),
                .. c.Elementwise("hill"),
            ]),
        new(
            "GHM, 10 bins",
            new(ForwardLosses.Harmonized10, GradientLosses.Harmonized10, CombinedLosses.Harmonized10, HessianLosses.Harmonized10),
            new(ForwardLosses.Harmonized10, GradientLosses.Harmonized10, CombinedLosses.Harmonized10, HessianLosses.Harmonized10),
            [
                new(Columns.Scalar, HarmonizedLosses.Bins10),
                .. c.Elementwise("harmonized_10"),
            ],
            JumpingShare: BinEdges),
        new(
            "GHM, 30 bins",
            new(ForwardLosses.Harmonized30, GradientLosses.Harmonized30, CombinedLosses.Harmonized30, HessianLosses.Harmonized30),
            new(ForwardLosses.Harmonized30, GradientLosses.Harmonized30, CombinedLosses.Harmonized30, HessianLosses.Harmonized30),
            [
                new(Columns.Scalar, HarmonizedLosses.Bins30),
                .. c.Elementwise("harmonized_30"),
            ],
            JumpingShare: BinEdges),
    ];
}
