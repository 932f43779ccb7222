using System;

namespace LossGen;

/// <summary>
/// Declares a static partial method as a classification loss. Its two terms are given by
/// <see cref="PositiveAttribute"/> and <see cref="NegativeAttribute"/>; what is computed is given by its parameters.
/// </summary>
/// <param name="activation">How the input becomes probabilities.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LossAttribute(Activation activation = Activation.Sigmoid) : Attribute
{
    /// <summary>How the input becomes probabilities.</summary>
    public Activation Activation { get; set; } = activation;

    /// <summary>How the losses of the elements become one number, and what gradient and hessian are derivatives of.</summary>
    public Reduction Reduction { get; set; } = Reduction.Mean;

    /// <summary>
    /// Floating-point targets are known to be 0 or 1: the term is selected (y &gt; 0.5) instead of blended.
    /// Implied by <see cref="bool"/> and <see cref="byte"/> targets.
    /// </summary>
    public bool HardTargets { get; set; }

    /// <summary>
    /// Label smoothing s in [0, 1): the target becomes (1 - s) y + s / 2, and with <see cref="Activation.Softmax"/> and K classes
    /// (1 - s) y + s / K (Szegedy et al., 2016, section 7).
    /// </summary>
    public double LabelSmoothing { get; set; }

    /// <summary>
    /// With <see cref="Activation.Softmax"/>, the label of a row that is absent: it pays nothing, has gradient 0, and counts in no
    /// denominator. Default -100.
    /// </summary>
    public long IgnoreLabel { get; set; } = -100;
}
