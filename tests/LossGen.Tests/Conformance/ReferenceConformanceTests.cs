using System;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Conformance;

public sealed class ReferenceConformanceTests
{
    public static TheoryData<string> Names =>
        new("bce_sum", "bce_soft_sum", "focal_a40_g3_mean", "asl_g1_3_m10_sum", "asl_detached_g1_3_m10_sum", "poly1_e15_sum");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_agrees_with_the_original_implementation(string name)
    {
        LossConfiguration configuration = Configuration(name);
        GoldenVector golden = GoldenVector.Named(name);
        double scale = configuration.Reduction == Reduction.Mean ? 1.0 / golden.Logits.Length : 1;
        double sum = 0;
        for (int i = 0; i < golden.Logits.Length; i++)
        {
            HyperDual loss = ReferenceLoss.Evaluate(configuration, golden.Logits[i], golden.Targets[i]);
            sum += loss.Value.Value;

            // the original subtracts p from 1 and so is off by the rounding error of 1 - p
            double gradient = loss.First.Value * scale;
            gradient.ShouldBe(golden.Gradient[i], 1e-12 * (Math.Abs(gradient) + (1e-3 * scale)));
        }

        (sum * scale).ShouldBe(golden.Loss, 1e-12 * golden.Loss);
    }

    private static LossConfiguration Configuration(string name) => name switch
    {
        "bce_sum" or "bce_soft_sum" => new() { Reduction = Reduction.Sum },
        "focal_a40_g3_mean" => new()
        {
            Positive = new() { Gamma = 3, Weight = 0.4 },
            Negative = new() { Gamma = 3, Weight = 0.6 },
        },
        "asl_g1_3_m10_sum" => new()
        {
            Reduction = Reduction.Sum,
            Positive = new() { Gamma = 1 },
            Negative = new() { Gamma = 3, Shift = 0.1 },
        },
        "asl_detached_g1_3_m10_sum" => new()
        {
            Reduction = Reduction.Sum,
            Positive = new() { Gamma = 1, DetachFocus = true },
            Negative = new() { Gamma = 3, Shift = 0.1, DetachFocus = true },
        },
        "poly1_e15_sum" => new()
        {
            Reduction = Reduction.Sum,
            Positive = new() { Poly = [1.5] },
            Negative = new() { Poly = [1.5] },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
