using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>A term with everything that a term may be written with.</summary>
internal static partial class ConstructLosses
{
    private const double Threshold = 0.3;

    public static IReadOnlyList<CustomLoss> Custom =>
    [
        CustomLoss.Of(LossVariants, nameof(EveryConstruct), e => Everything(e.P, e.Z, e.Y)),
        CustomLoss.Of(LossVariants, nameof(OfAnotherType), e => e.Blend(Shapes.Ramp(e.P), Shapes.Ramp(1 - e.P, steepness: 2))),
    ];

    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(Everything))]
    public static partial double EveryConstruct(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Its terms are written in another type and another file.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(Ramp))]
    [Negative(nameof(SteepRampOfOther))]
    public static partial double OfAnotherType(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double Ramp(double p) => Shapes.Ramp(p);

    private static double SteepRampOfOther(double p) => Shapes.Ramp(1 - p, steepness: 2);

    private static double Everything(double p, double z, double y, double strength = 0.5)
    {
        // a const local, a const field of another type, arithmetic of constants
        const int Order = 3;
        double floor = Shapes.Floor * 2, total = Order - 2;

        // assignment, compound assignment, increment
        total *= strength;
        total += floor;
        total++;
        double margin;
        margin = +1 - (1 / (1 + Math.Abs(z)));

        // if, else and an early return
        if (y > 0.75 && p < Threshold)
        {
            return total - Math.Log(p) + margin;
        }
        else if (!(p < 0.9) || z is < -8 and not -9)
        {
            total -= strength * Steep(x: p, scale: -1);
        }

        // ?: and bool
        bool isSure = p is <= 0.1 or > 0.9;
        double entropy = isSure ? 0 : -(p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p));

        // a switch expression with every pattern, and a guard
        double step = y switch
        {
            0 => Math.Pow(p, 1.5),
            1 => Math.Pow(1 - p, 1.5),
            > 0.2 and < 0.4 or 0.5 => Math.Sqrt(1 + p),
            var share when share > p => share - p,
            double other => p - other,
        };

        // nested calls, with names and default values; the functions of Math, double and LossMath
        double bounded = Math.Clamp(z, -2, 2) + Math.Min(p, 0.5) + double.Max(p, Threshold) + Math.Tanh(z / 2);
        double smooth = Steep(p) + LossMath.Softplus(z) - LossMath.LogSigmoid(z) + LossMath.Sigmoid(0.5 * z)
            + double.LogP1(p * p) + double.ExpM1(-p) + Math.Exp(-p) + LossMath.Detach(p);

        return total + entropy + step + (0.125 * bounded) + (0.25 * smooth) + (margin * strength);

        static double Steep(double x, double scale = 2) => Shapes.Ramp(x, steepness: scale + Order);
    }
}
