using System.Collections.Generic;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Peers.Tensors;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Losses;

/// <summary>The losses over rows of classes.</summary>
internal static class RowCatalogue
{
    public static IEnumerable<BenchmarkedLoss<int, int>> All(CPeers c, int classes) =>
    [
        new(
            $"softmax CE, {classes:N0} classes",
            new(ForwardLosses.SoftmaxCrossEntropy, GradientLosses.SoftmaxCrossEntropy, CombinedLosses.SoftmaxCrossEntropy, HessianLosses.SoftmaxCrossEntropy),
            new(ForwardLosses.SoftmaxCrossEntropy, GradientLosses.SoftmaxCrossEntropy, CombinedLosses.SoftmaxCrossEntropy, HessianLosses.SoftmaxCrossEntropy),
            [
                new(Columns.Scalar, MultiClass.ScalarLosses.CrossEntropy),
                new(Columns.Tensors, TensorLosses.SoftmaxCrossEntropy),
                .. c.Rows("softmax_cross_entropy"),
            ],
            "softmax_cross_entropy"),
        new(
            $"softmax focal, {classes:N0} classes",
            new(ForwardLosses.SoftmaxFocal, GradientLosses.SoftmaxFocal, CombinedLosses.SoftmaxFocal, HessianLosses.SoftmaxFocal),
            new(ForwardLosses.SoftmaxFocal, GradientLosses.SoftmaxFocal, CombinedLosses.SoftmaxFocal, HessianLosses.SoftmaxFocal),
            [
                new(Columns.Scalar, MultiClass.ScalarLosses.Focal),
                .. c.Rows("softmax_focal"),
            ]),
    ];
}
