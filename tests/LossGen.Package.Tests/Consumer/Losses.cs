using System;
using LossGen;

/// <summary>What a first project declares: one loss in float, one in double with its second derivative.</summary>
public static partial class Losses
{
    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets, Span<double> gradient, Span<double> hessian);
}
