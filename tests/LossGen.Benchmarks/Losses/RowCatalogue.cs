using System.Collections.Generic;
using LossGen.Benchmarks.Peers.C;

namespace LossGen.Benchmarks.Losses;

/// <summary>The losses over rows of classes.</summary>
internal static class RowCatalogue
{
    public static IEnumerable<BenchmarkedLoss<int, int>> All(CPeers c) =>
    [
        new(
            "softmax CE",
            new(ForwardLosses.SoftmaxCrossEntropy, GradientLosses.SoftmaxCrossEntropy, CombinedLosses.SoftmaxCrossEntropy, HessianLosses.SoftmaxCrossEntropy),
            new(ForwardLosses.SoftmaxCrossEntropy, GradientLosses.SoftmaxCrossEntropy, CombinedLosses.SoftmaxCrossEntropy, HessianLosses.SoftmaxCrossEntropy),
            [new("MathF", MultiClass.ScalarLosses.CrossEntropy), .. c.Rows("softmax_cross_entropy")]),
        new(
            "softmax focal, gamma 2",
            new(ForwardLosses.SoftmaxFocal, GradientLosses.SoftmaxFocal, CombinedLosses.SoftmaxFocal, HessianLosses.SoftmaxFocal),
            new(ForwardLosses.SoftmaxFocal, GradientLosses.SoftmaxFocal, CombinedLosses.SoftmaxFocal, HessianLosses.SoftmaxFocal),
            [new("MathF", MultiClass.ScalarLosses.Focal), .. c.Rows("softmax_focal")]),
    ];
}
