namespace LossGen;

/// <summary>
/// The arguments of one call of a loss method by role, for calling any loss in the same way. All arrays have the length of
/// the input except <see cref="ClassWeights"/> and <see cref="Hyperparameters"/>, and, over rows of classes, those with one number
/// per row; the targets are there in each type a loss may take them in.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class LossArguments<T>
    where T : unmanaged
{
    /// <summary>Logits, or probabilities with <see cref="Activation.None"/>.</summary>
    public required T[] Input { get; init; }

    /// <summary>Targets y.</summary>
    public required T[] Targets { get; init; }

    /// <summary>Whether the target is greater than 0.5.</summary>
    public required bool[] BooleanTargets { get; init; }

    /// <summary>1 where the target is greater than 0.5, else 0.</summary>
    public required byte[] ByteTargets { get; init; }

    /// <summary>The class of each row, where the loss is over rows of classes.</summary>
    public int[] Labels { get; init; } = [];

    /// <summary>The same as <see cref="Labels"/>.</summary>
    public long[] LongLabels { get; init; } = [];

    /// <summary>The number of classes of a row.</summary>
    public int ClassCount { get; init; }

    /// <summary>Element weights, or one weight per row.</summary>
    public required T[] Weights { get; init; }

    /// <summary>Class weights; the length divides that of the input.</summary>
    public required T[] ClassWeights { get; init; }

    /// <summary>
    /// The hyperparameters in the order of the loss method's parameters: each with one value, or with one value per class.
    /// </summary>
    public T[][] Hyperparameters { get; init; } = [];

    /// <summary>What gradient and hessian are multiplied by.</summary>
    public required T GradientScale { get; init; }

    /// <summary>The density of gradient norms, which the call updates; null where the loss is not harmonized.</summary>
    public GradientDensity? Density { get; init; }

    /// <summary>The number of threads that may take part, -1 for all cores.</summary>
    public int MaxDegreeOfParallelism { get; set; } = 1;

    /// <summary>Receives the first derivative.</summary>
    public required T[] Gradient { get; init; }

    /// <summary>Receives the second derivative.</summary>
    public required T[] Hessian { get; init; }

    /// <summary>Receives the weighted losses, of elements or of rows.</summary>
    public required T[] Losses { get; init; }

    /// <summary>Receives the statistics.</summary>
    public ProbabilityStatistics Statistics { get; set; }
}
