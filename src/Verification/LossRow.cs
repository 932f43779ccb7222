using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>One row of a loss over rows of classes: its logits, its target and its weights.</summary>
/// <param name="Logits">One logit per class.</param>
public sealed record LossRow(IReadOnlyList<double> Logits)
{
    /// <summary>The true class, where the loss has labels.</summary>
    public long Label { get; init; }

    /// <summary>The distribution over the classes, where the loss has none.</summary>
    public IReadOnlyList<double> Targets { get; init; } = [];

    /// <summary>The weight of the row.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>One weight per class, or none: with labels the row has that of its true class, without them each class its own.</summary>
    public IReadOnlyList<double> ClassWeights { get; init; } = [];

    /// <summary>The weight of a class; 1 where there are none.</summary>
    internal double ClassWeight(long index) => ClassWeights.Count == 0 ? 1 : ClassWeights[(int)index];

    /// <summary>What the row adds to the denominator of a weighted mean.</summary>
    internal double TotalWeight(LossConfiguration configuration)
    {
        if (configuration.HasLabels)
        {
            return configuration.IgnoreLabel == Label ? 0 : Weight * ClassWeight(Label);
        }

        double sum = 0;
        for (int j = 0; j < Logits.Count; j++)
        {
            sum += Targets[j] * ClassWeight(j);
        }

        return Weight * sum;
    }
}
