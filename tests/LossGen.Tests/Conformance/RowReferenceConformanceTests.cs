using System;
using System.Linq;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Conformance;

/// <summary>The reference of losses over rows of classes against the golden vectors of <see cref="GoldenVector"/>.</summary>
public sealed class RowReferenceConformanceTests
{
    public static TheoryData<string> Names => new(
        "ce_mean",
        "ce_smooth02_mean",
        "ce_ignore_mean",
        "softmax_focal_g15_mean",
        "softmax_focal_g15_classweights_sum",
        "poly1ce_e1_mean",
        "asl_single_g05_3_s02_mean");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_agrees_with_the_original_implementation(string name)
    {
        LossConfiguration configuration = Configuration(name);
        GoldenVector golden = GoldenVector.Named(name);
        int classes = golden.Logits.Length / golden.Labels.Length;
        double scale = configuration.Reduction == Reduction.Mean ? 1.0 / golden.Labels.Count(label => label != configuration.IgnoreLabel) : 1;
        double sum = 0;
        for (int row = 0; row < golden.Labels.Length; row++)
        {
            ReferenceRowLoss reference = new([configuration], new(golden.Logits.AsSpan(row * classes, classes).ToArray())
            {
                Label = golden.Labels[row],
                ClassWeights = golden.ClassWeights,
            });
            sum += reference.Along(0).Value.Value;
            for (int j = 0; j < classes; j++)
            {
                // the original subtracts p from 1 and so is off by the rounding error of 1 - p
                double gradient = reference.Along(j).First.Value * scale;
                gradient.ShouldBe(golden.Gradient[(row * classes) + j], 1e-12 * (Math.Abs(gradient) + (1e-3 * scale)));
            }
        }

        (sum * scale).ShouldBe(golden.Loss, 1e-12 * golden.Loss);
    }

    /// <summary>The declaration of an entry.</summary>
    internal static LossConfiguration Configuration(string name)
    {
        LossConfiguration rows = new() { Activation = Activation.Softmax, HasLabels = true };
        return name switch
        {
            "ce_mean" or "ce_ignore_mean" => rows,
            "ce_smooth02_mean" => rows with { LabelSmoothing = 0.2 },
            "softmax_focal_g15_mean" => rows with { Positive = new() { Gamma = 1.5 } },
            "softmax_focal_g15_classweights_sum" => rows with { Positive = new() { Gamma = 1.5 }, Reduction = Reduction.Sum, Roles = LossRoles.ClassWeights },
            "poly1ce_e1_mean" => rows with { Positive = new() { Poly = [1] } },
            "asl_single_g05_3_s02_mean" => rows with { Positive = new() { Gamma = 0.5 }, Negative = new() { Gamma = 3 }, LabelSmoothing = 0.2 },
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }
}
