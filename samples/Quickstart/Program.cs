using System;
using LossGen;
foreach (LossVariant v in Losses.LossVariants) { Console.WriteLine(v.Formula); Console.WriteLine(v.Verify()); }
public static partial class Losses
{
    [Loss] [Positive] [Negative]
    public static partial float Bce(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
    [Loss] [Positive(Gamma = 1)] [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
    [Loss] [Positive(Gamma = 2, Weight = 0.25)] [Negative(Gamma = 2, Weight = 0.75)]
    public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss] [Positive(Gamma = 2.3)] [Negative(Gamma = 0.5, Shift=0.1)]
    public static partial double FocalD(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);
}
