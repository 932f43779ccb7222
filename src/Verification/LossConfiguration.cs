using LossGen.Kernels;

namespace LossGen;

/// <summary>What a loss was declared to be: the values of its attributes and what its signature asks for.</summary>
public sealed record LossConfiguration
{
    /// <summary>How the input becomes probabilities.</summary>
    public Activation Activation { get; init; } = Activation.Sigmoid;

    /// <summary>How the losses of the elements become one number.</summary>
    public Reduction Reduction { get; init; } = Reduction.Mean;

    /// <summary>Targets count as 1 where they are greater than 0.5, else as 0; true for <see cref="bool"/> and <see cref="byte"/> targets.</summary>
    public bool HardTargets { get; init; }

    /// <summary>Label smoothing s: the target becomes (1 - s) y + s / 2.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What an element with target 1 pays.</summary>
    public TermConfiguration Positive { get; init; } = new();

    /// <summary>What an element with target 0 pays.</summary>
    public TermConfiguration Negative { get; init; } = new();

    /// <summary>What the loss takes and computes, beyond its input and its targets.</summary>
    public LossRoles Roles { get; init; }
}
