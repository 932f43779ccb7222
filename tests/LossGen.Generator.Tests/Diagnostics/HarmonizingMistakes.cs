using System.Collections.Immutable;
using static LossGen.Generator.Tests.Diagnostics.Mistake;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>At least one mistake for every diagnostic about harmonized losses.</summary>
internal static class HarmonizingMistakes
{
    private const string Terms = "[Loss] [Positive] [Negative] ";
    private const string Harmonized = Terms + "[GradientHarmonizing(Bins = 30)] ";

    public static ImmutableArray<Mistake> All { get; } =
    [
        InAttributes("LOSS090", Terms + "[GradientHarmonizing([|Bins = 0|])]", "Bins of [GradientHarmonizing] is '0'; write a whole number from 1 to 64"),
        InAttributes("LOSS090", Terms + "[GradientHarmonizing([|Bins = 65|])]", "Bins of [GradientHarmonizing] is '65'; write a whole number from 1 to 64"),
        InSignature("LOSS091", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, GradientDensity [|density|]);",
            "'density' has no effect on 'F', which is not harmonized; add [GradientHarmonizing], or remove it"),
        InMethod("LOSS092", "[Loss([|Reduction = Reduction.WeightedMean|])] [Positive] [Negative] [GradientHarmonizing] "
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights);",
            "The weights of 'F', which is harmonized, only say which elements count; write Reduction.Mean, which divides by their number"),
        InMethod("LOSS093", "[Loss(Activation.Softmax, LabelSmoothing = 0.1)] [Positive] [[|GradientHarmonizing|]] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);",
            "[GradientHarmonizing] is not for smoothed labels, for which every class pays; leave it out, or leave LabelSmoothing out"),
        InMethod("LOSS093", "[Loss(Activation.Softmax)] [Positive] [[|GradientHarmonizing|]] "
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount);",
            "[GradientHarmonizing] is not for soft rows, in which every class pays; leave it out, or give the class of each row as 'labels'"),
        InMethod("LOSS093", "[Loss(Activation.None)] [Positive] [Negative] [[|GradientHarmonizing|]] "
            + "public static partial float F(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets);",
            "[GradientHarmonizing] is not for Activation.None; leave it out, or declare the loss with Activation.Sigmoid and 'logits'"),
        InMethod("LOSS092", "[Loss(Activation.Softmax, [|Reduction = Reduction.WeightedMean|])] [Positive] [GradientHarmonizing] "
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights);",
            "The weights of 'F', which is harmonized, only say which rows count; write Reduction.Mean, which divides by their number"),
        InMethod("LOSS094", Harmonized + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, ReadOnlySpan<float> [|classWeights|]);",
            "'F' is harmonized, which gives each element its weight; remove 'classWeights', or give the weights per class as 'positiveWeight' and 'negativeWeight'"),
        InMethod("LOSS094", "[Loss(Activation.Softmax)] [Positive] [GradientHarmonizing] "
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> [|classWeights|]);",
            "'F' is harmonized, which gives each row its weight; remove 'classWeights', or give the weights per class as 'positiveWeight'"),
        InAttributes("LOSS095", Terms + "[GradientHarmonizing([|BiasCorrection = true|])]",
            "BiasCorrection has no effect on 'F', since each batch stands alone; add the parameter 'GradientDensity density', or leave it out"),

        // what other diagnostics say of them
        InAttributes("LOSS024", Terms + "[GradientHarmonizing([|Normalization = (DensityNormalization)5|])]",
            "'(DensityNormalization)5' is no member of DensityNormalization; write DensityNormalization.OccupiedBins or DensityNormalization.AllBins"),
        InMethod("LOSS014", Harmonized + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|float[]|] density);",
            "'density' is of type 'float[]'; declare it as 'GradientDensity'"),
        InMethod("LOSS011", Harmonized + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, GradientDensity [|densities|]);",
            "'densities' is not the name of anything a loss takes or computes; name it 'density'"),
        InMethod("LOSS026", "[[|GradientHarmonizing|]] public static void F() { }", "[GradientHarmonizing] has no effect on 'F', which is not a loss; add [Loss]"),
    ];
}
