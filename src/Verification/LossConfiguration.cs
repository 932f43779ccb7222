using System;
using System.Collections.Generic;
using LossGen.Kernels;
using LossGen.Verification;

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

    /// <summary>Label smoothing s: the target becomes (1 - s) y + s / 2, over rows of K classes (1 - s) y + s / K.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Over rows of classes, a row's target is the index of its class, and not a distribution over the classes.</summary>
    public bool HasLabels { get; init; }

    /// <summary>The label of a row that does not count.</summary>
    public long IgnoreLabel { get; init; } = -100;

    /// <summary>What an element with target 1 pays.</summary>
    public TermConfiguration Positive { get; init; } = new();

    /// <summary>What an element with target 0 pays.</summary>
    public TermConfiguration Negative { get; init; } = new();

    /// <summary>The one term over (p, y) that takes the place of both; null where there are two.</summary>
    public TermMethod? Term { get; init; }

    /// <summary>How elements, or rows, are weighed by their gradient norm; null where they are not.</summary>
    public HarmonizingConfiguration? Harmonizing { get; init; }

    /// <summary>The hyperparameters that the loss takes at run time, in the order of its parameters.</summary>
    public IReadOnlyList<HyperparameterConfiguration> Hyperparameters { get; init; } = [];

    /// <summary>Their values, once they are given: see <see cref="With"/>.</summary>
    public IReadOnlyList<double> HyperparameterValues { get; init; } = [];

    /// <summary>What the loss takes and computes, beyond its input and its targets.</summary>
    public LossRoles Roles { get; init; }

    internal bool HasCustomTerms => Term is not null || Positive.Custom is not null || Negative.Custom is not null;

    /// <summary>The loss with its hyperparameters given.</summary>
    /// <param name="values">A value for each hyperparameter.</param>
    /// <returns>A configuration in which the terms have those values.</returns>
    /// <exception cref="ArgumentException">There is not one value for each hyperparameter.</exception>
    public LossConfiguration With(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Hyperparameters.Count)
        {
            throw new ArgumentException($"The loss has {Hyperparameters.Count} hyperparameters, not {values.Count}.", nameof(values));
        }

        LossConfiguration loss = this with { HyperparameterValues = values };
        for (int i = 0; i < values.Count; i++)
        {
            HyperparameterConfiguration hyperparameter = Hyperparameters[i];
            loss = hyperparameter.Side switch
            {
                TermSide.Positive => loss with { Positive = hyperparameter.Set(loss.Positive, values[i]) },
                TermSide.Negative => loss with { Negative = hyperparameter.Set(loss.Negative, values[i]) },
                _ => loss,
            };
        }

        return loss;
    }
}
