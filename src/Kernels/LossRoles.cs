using System;

namespace LossGen.Kernels;

/// <summary>What a loss method takes and computes, beyond its input and its targets.</summary>
[Flags]
public enum LossRoles
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>The reduced loss is returned.</summary>
    Value = 1,

    /// <summary>The first derivative of the reduced loss, per element.</summary>
    Gradient = 2,

    /// <summary>The second derivative of the reduced loss, per element.</summary>
    Hessian = 4,

    /// <summary>The weighted loss of each element, not reduced.</summary>
    Losses = 8,

    /// <summary>A weight per element.</summary>
    Weights = 16,

    /// <summary>A weight per class, that is, per column.</summary>
    ClassWeights = 32,

    /// <summary>A factor of both derivatives: an upstream gradient, or loss scaling.</summary>
    GradientScale = 64,

    /// <summary>Counts and mean probabilities of positives and negatives.</summary>
    Statistics = 128,

    /// <summary>The number of threads that may take part.</summary>
    MaxDegreeOfParallelism = 256,
}
