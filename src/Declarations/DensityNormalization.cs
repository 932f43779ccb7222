namespace LossGen;

/// <summary>What the density of a gradient norm is divided by, so that the weights of a batch have the mean 1.</summary>
public enum DensityNormalization
{
    /// <summary>By the number of bins that have an element in this batch, as the authors' released code does.</summary>
    OccupiedBins,

    /// <summary>By the number of all bins, as in the paper (Li et al., 2019, equation 6).</summary>
    AllBins,
}
