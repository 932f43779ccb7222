using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Tests.Losses.Custom;

/// <summary>A loss with a term of the field, and the same loss from the term methods themselves, which run as ordinary C#.</summary>
/// <param name="Variant">The compiled loss.</param>
/// <param name="Value">The loss of one element before reduction and weights.</param>
internal sealed record CustomLoss(LossVariant Variant, Func<Element, double> Value)
{
    /// <summary>The magnitude of the numbers, no mere probabilities, whose difference the loss is where it is small: their rounding is seen in it. 0 where there are none.</summary>
    public Func<Element, double> Magnitude { get; init; } = _ => 0;

    /// <summary>The loss of that name.</summary>
    public static CustomLoss Of(IEnumerable<LossVariant> variants, string method, Func<Element, double> value) =>
        new(variants.Single(variant => variant.Name.EndsWith("." + method, StringComparison.Ordinal)), value);
}

/// <summary>What the methods get.</summary>
/// <param name="P">The probability.</param>
/// <param name="Z">The logit.</param>
/// <param name="Y">The target, hardened or smoothed where the loss says so.</param>
/// <param name="H">The hyperparameters.</param>
internal readonly record struct Element(double P, double Z, double Y, IReadOnlyList<double> H)
{
    /// <summary>Cross entropy of the positive class, -log p.</summary>
    public double PositiveCrossEntropy => LossMath.Softplus(-Z);

    /// <summary>Cross entropy of the negative class, -log(1 - p).</summary>
    public double NegativeCrossEntropy => LossMath.Softplus(Z);

    /// <summary>y a + (1 - y) b.</summary>
    public double Blend(double positive, double negative) => (Y * positive) + ((1 - Y) * negative);
}
