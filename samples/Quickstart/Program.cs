using System;
using LossGen;
foreach (LossVariant v in Losses.LossVariants) { Console.WriteLine(v.Verify()); }
public static partial class Losses
{
    [Loss] [Positive] [Negative]
    public static partial float Bce(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);
    [Loss] [Positive(Gamma = 1)] [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);
    [Loss] [Positive(Gamma = 1)] [Negative(Gamma = 1)]
    public static partial float Focal1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);
    [Loss] [Positive(Gamma = 2, Weight = 0.25)] [Negative(Gamma = 2, Weight = 0.75)]
    public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss] [Positive(Gamma = 2.3)] [Negative(Gamma = 0.5, Shift=0.1)]
    public static partial double FocalD(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);
    [Loss] [Positive(Gamma = 2.3)] [Negative(Gamma = 0.3, Shift=0.1)]
    public static partial float General(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss] [Positive(Gamma = 0.3)] [Negative(Gamma = 16)]
    public static partial float General2(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss] [Positive(Gamma = 1.5, Poly = new[]{1.0})] [Negative(Gamma = 2, Poly = new[]{1.0,-0.5,0.2})]
    public static partial float PolyFocal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss(Activation.None)] [Positive(Gamma = 2)] [Negative(Gamma = 1.5, Shift=0.1)]
    public static partial float None(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
    [Loss(LabelSmoothing=0.1)] [Positive(Gamma = 2, DetachFocus=true)] [Negative(Gamma = 0.5, Shift=0.1, DetachFocus=true)]
    public static partial float Detached(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses, ReadOnlySpan<float> classWeights);
}
