using System;

namespace LossGen.Verification;

/// <summary>The largest errors of a kernel on a batch, or on several.</summary>
/// <param name="format">The type that the kernel computes in.</param>
/// <param name="underflow">Up to what, before the reduction, a result may be flushed to 0.</param>
internal sealed class BatchErrors(FloatingPointFormat format, double underflow)
{
    /// <summary>Of the losses of the elements.</summary>
    public ErrorRecord Loss { get; } = new(format, underflow);

    /// <summary>Of the first derivatives.</summary>
    public ErrorRecord Gradient { get; } = new(format, underflow);

    /// <summary>Of the second derivatives.</summary>
    public ErrorRecord Hessian { get; } = new(format, underflow);

    /// <summary>Of the reduced loss, relative to its conditioned magnitude.</summary>
    public double ReducedLoss { get; set; }

    /// <summary>Of the statistics: the largest relative error of their numbers.</summary>
    public double Statistics { get; set; }

    /// <summary>A term method that is another number than its formula.</summary>
    public TermDisagreement? Disagreement { get; set; }

    /// <summary>Takes the larger error of both.</summary>
    public void Merge(BatchErrors other)
    {
        Loss.Merge(other.Loss);
        Gradient.Merge(other.Gradient);
        Hessian.Merge(other.Hessian);

        // a NaN stays
        ReducedLoss = Math.Max(ReducedLoss, other.ReducedLoss);
        Statistics = Math.Max(Statistics, other.Statistics);
        Disagreement ??= other.Disagreement;
    }
}
