namespace LossGen;

/// <summary>The values of <see cref="GradientHarmonizingAttribute"/>.</summary>
/// <param name="Bins">The number of bins.</param>
public sealed record HarmonizingConfiguration(int Bins)
{
    /// <summary>The average of a bin is divided by 1 - momentum^t.</summary>
    public bool BiasCorrection { get; init; }

    /// <summary>The loss takes a density, whose average the weights come from.</summary>
    public bool HasDensity { get; init; }

    /// <summary>What the density is divided by.</summary>
    public DensityNormalization Normalization { get; init; }
}
