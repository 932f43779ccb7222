namespace LossGen.Generator.Parsing;

/// <summary>The values of <c>[GradientHarmonizing]</c>.</summary>
internal sealed record HarmonizingConfiguration(int Bins, bool BiasCorrection, DensityNormalization Normalization)
{
    /// <summary>The largest number of bins.</summary>
    public const int MaxBins = 64;

    /// <summary>The number of bins where the attribute does not say it.</summary>
    public const int DefaultBins = 10;
}

/// <summary>Mirrors LossGen.DensityNormalization of the runtime library, in its order.</summary>
internal enum DensityNormalization
{
    OccupiedBins,
    AllBins,
}
