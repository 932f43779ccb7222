using System;

namespace LossGen;

/// <summary>
/// Weighs each element by the inverse density of its gradient norm g = |p - y| (GHM-C: Li, Liu and Wang, Gradient Harmonized
/// Single-stage Detector, 2019): beta_i = n / (count of the bin of i * number of occupied bins), with n the number of elements
/// that count. The weights are constants to gradient and hessian. The bins are [k / b, (k + 1) / b), the last one closed.
/// </summary>
/// <remarks>
/// It takes <see cref="Activation.Sigmoid"/>, and any terms, or <see cref="Activation.Softmax"/> with labels and without label smoothing,
/// where what is weighed is a row and its gradient norm is g = 1 - p, p the probability of its true class. Where the loss has
/// <c>weights</c>, they mask: an element, or row, whose weight is not above 0 does not count and gives 0, and the size of the others
/// has no effect; nor does a row with the label that is ignored count. <see cref="Reduction.Mean"/> divides by n. A parameter
/// <c>density</c> of type <see cref="GradientDensity"/> averages the counts over batches. The target y is that of the loss, with its label
/// smoothing. An element whose logit or target is NaN, or a row with a logit that is, gives NaN and is not counted. In <see cref="ProbabilityStatistics"/> an element that is not masked
/// counts once.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GradientHarmonizingAttribute : Attribute
{
    /// <summary>The number b of bins, from 1 to 64. Default 10.</summary>
    public int Bins { get; set; } = 10;

    /// <summary>
    /// Divides the average of a bin by 1 - momentum^t, where t is the number of batches that had an element in it: the average
    /// starts at 0 and would be too small at first. Default false, as in the authors' released code.
    /// </summary>
    public bool BiasCorrection { get; set; }

    /// <summary>What the density is divided by. Default <see cref="DensityNormalization.OccupiedBins"/>.</summary>
    public DensityNormalization Normalization { get; set; }
}
