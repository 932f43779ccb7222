using System;
using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>How a loss is harmonized, and how it takes its targets. Made by generated code only.</summary>
/// <param name="Bins">The number of bins, from 1 to 64.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Harmonizing(int Bins)
{
    /// <summary>The average of a bin is divided by 1 - momentum^t.</summary>
    public bool BiasCorrection { get; init; }

    /// <summary>What the density is divided by.</summary>
    public DensityNormalization Normalization { get; init; }

    /// <summary>The loss has weights: they say which elements, or rows, count.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Targets count as 1 where they are greater than 0.5, else as 0.</summary>
    public bool HardTargets { get; init; }

    /// <summary>Label smoothing s: the target becomes (1 - s) y + s / 2.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Refuses a density of another number of bins.</summary>
    internal void Check(GradientDensity density)
    {
        ArgumentNullException.ThrowIfNull(density);
        if (density.Bins != Bins)
        {
            throw new ArgumentException($"density has {density.Bins} bins but the loss has {Bins}", nameof(density));
        }
    }
}
