using System;

namespace LossGen.Verification;

/// <summary>Keeps the largest error of one quantity.</summary>
/// <param name="format">The type that the kernel computes in.</param>
/// <param name="underflow">Up to what, before the reduction, a result may be flushed to 0.</param>
internal sealed class ErrorRecord(FloatingPointFormat format, double underflow)
{
    /// <summary>The largest error so far.</summary>
    public LargestError Largest { get; private set; }

    /// <summary>Takes the larger error of both.</summary>
    public void Merge(ErrorRecord other)
    {
        if (other.Largest.Ulp > Largest.Ulp || Largest == default)
        {
            Largest = other.Largest;
        }
    }

    /// <summary>Compares one result with its reference.</summary>
    /// <param name="actual">What the kernel gives.</param>
    /// <param name="reference">What is correct, before the reduction.</param>
    /// <param name="scale">What the reduction multiplies by.</param>
    /// <param name="input">Where.</param>
    /// <param name="target">And for which target.</param>
    /// <param name="setting">And for which hyperparameters, in words.</param>
    /// <param name="row">And in which row of classes, if any.</param>
    public void Add(
        double actual, ReferenceInterval reference, double scale, double input, double target, string? setting = null, RowPlace? row = null)
    {
        ReferenceInterval reduced = reference.Scale(scale);
        double distance = reduced.Distance(actual);
        double ulp = distance <= underflow * scale || IsFlushed(actual, reduced) ? 0 : distance / format.Ulp(reduced.Magnitude);
        if (double.IsNaN(ulp) || ulp > Largest.Ulp || Largest == default)
        {
            Largest = new(double.IsNaN(ulp) ? double.PositiveInfinity : ulp, input, target) { Setting = setting, Row = row };
        }
    }

    // the reduction, too, may make a number so small that it is no normal one
    private bool IsFlushed(double actual, ReferenceInterval reduced) =>
        actual == 0 && Math.Max(Math.Abs(reduced.Low), Math.Abs(reduced.High)) < format.SmallestNormal;
}
