using System.Collections.Immutable;
using static LossGen.Generator.Tests.Diagnostics.Mistake;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>At least one mistake for every diagnostic about losses over rows of classes.</summary>
internal static class RowMistakes
{
    private const string Softmax = "[Loss(Activation.Softmax)] [Positive] ";
    private const string Smoothed = "[Loss(Activation.Softmax, LabelSmoothing = 0.1)] ";
    private const string Labels = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);";
    private const string SoftRows = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount);";

    public static ImmutableArray<Mistake> All { get; } =
    [
        // what belongs to rows
        InSignature("LOSS080", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> [|labels|]);",
            "'labels' belongs to losses over rows of classes; declare the loss with Activation.Softmax, or remove it"),
        InSignature("LOSS080", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int [|classCount|]);",
            "'classCount' belongs to losses over rows of classes; declare the loss with Activation.Softmax, or remove it"),
        InAttributes("LOSS080", "[Loss([|IgnoreLabel = 0|])] [Positive] [Negative]",
            "IgnoreLabel belongs to losses over rows of classes; declare the loss with Activation.Softmax, or remove it"),

        // the target of a row
        InMethod("LOSS081", Softmax + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, ReadOnlySpan<float> [|targets|], int classCount);",
            "The rows of 'F' have both 'labels' and 'targets'; remove one of the two"),
        InMethod("LOSS082", Softmax + "public static partial float [|F|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);",
            "'F' does not say how long a row of 'targets' is; add the parameter 'int classCount'"),
        InMethod("LOSS083", Softmax + "public static partial double [|F|](ReadOnlySpan<double> logits, Span<double> gradient);",
            "'F' has no labels; add the parameter 'ReadOnlySpan<int> labels', or 'ReadOnlySpan<double> targets' and 'int classCount'"),
        InMethod("LOSS084", Softmax + "public static partial float F(ReadOnlySpan<float> logits, [|ReadOnlySpan<byte>|] targets, int classCount);",
            "'targets' is of type 'ReadOnlySpan<byte>', which is no distribution over the classes; declare 'ReadOnlySpan<int> labels' with the class of each row instead"),

        // what has no meaning
        InMethod("LOSS085", "[Loss(Activation.Softmax, [|HardTargets = true|])] [Positive] " + Labels,
            "HardTargets has no meaning over rows of classes; leave it out, and give the class of each row as 'labels'"),
        InMethod("LOSS085", "[Loss(Activation.Softmax)] [Positive([|Shift = 0.05|])] " + Labels, "Shift of [Positive] has no meaning over rows of classes; leave it out"),
        InMethod("LOSS085", Smoothed + "[Positive] [Negative(Gamma = 2, [|Weight = 0.5|])] " + Labels,
            "Weight of [Negative] has no meaning over rows of classes; leave it out, since [Negative] takes only Gamma and DetachFocus"),
        InMethod("LOSS085", Smoothed + "[Positive] [Negative([|Poly = new[] { 1.0 }|])] " + Labels,
            "Poly of [Negative] has no meaning over rows of classes; leave it out, since [Negative] takes only Gamma and DetachFocus"),
        InMethod("LOSS085", Smoothed + "[Positive] [Negative([|nameof(Hill)|])] " + Labels + " static double Hill(double p) => (1.5 - p) * p * p;",
            "A method of [Negative] has no meaning over rows of classes; leave it out, since [Negative] takes only Gamma and DetachFocus"),
        InMethod("LOSS085", Softmax + Labels.Replace("gradient", "gradient, float [|positiveShift|]"), "'positiveShift' has no meaning over rows of classes; remove it"),
        InMethod("LOSS085", Smoothed + "[Positive] " + Labels.Replace("gradient", "gradient, ReadOnlySpan<float> [|negativeWeight|]"),
            "'negativeWeight' has no meaning over rows of classes; remove it"),
        InMethod("LOSS085", Softmax + Labels.Replace("gradient", "gradient, out ProbabilityStatistics [|statistics|]"),
            "'statistics' has no meaning over rows of classes; remove it, or declare the loss with Activation.Sigmoid, whose elements are positive or negative"),
        InMethod("LOSS086", "[Loss(Activation.Softmax)] [[|Term(nameof(Brier))|]] " + Labels + " static double Brier(double p, double y) => (p - y) * (p - y);",
            "[Term] has no meaning over rows of classes, which have no y; write 'Brier' as a method of p and name it by [Positive(nameof(Brier))]"),
        InMethod("LOSS087", "[Loss(Activation.Softmax)] [Positive([|nameof(Square)|])] " + Labels + " static double Square(double z) => z * z;",
            "'Square' takes 'z', but over rows of classes a term has the probability of one class alone; take 'p' instead"),
        InMethod("LOSS087", "[Loss(Activation.Softmax)] [Positive([|nameof(Brier)|])] " + SoftRows + " static double Brier(double p, double y) => (p - y) * (p - y);",
            "'Brier' takes 'y', but over rows of classes a term has the probability of one class alone; take 'p' instead"),

        // what has no effect
        InMethod("LOSS088", Softmax + "[[|Negative(Gamma = 4)|]] " + Labels, "[Negative] has no effect on 'F'; leave it out, or give LabelSmoothing a value above 0"),
        InMethod("LOSS088", Smoothed + "[Positive] [[|Negative(Gamma = 4)|]] " + SoftRows,
            "[Negative] has no effect on 'F'; leave it out, since every class of a soft row pays the term of [Positive]"),
        InMethod("LOSS088", Softmax + Labels.Replace("gradient", "gradient, float [|negativeGamma|]"),
            "'negativeGamma' has no effect on 'F'; remove it, or give LabelSmoothing a value above 0"),
        InMethod("LOSS088", "[Loss(Activation.Softmax, [|IgnoreLabel = -1|])] [Positive] " + SoftRows,
            "IgnoreLabel has no effect on 'F'; leave it out, since soft rows have no labels"),

        // what is wrong anywhere
        InMethod("LOSS010", "[Loss(Activation.None)] [Positive] [Negative] public static partial float [|F|](ReadOnlySpan<float> probabilities, Span<float> gradient);",
            "'F' has no targets; add the parameter 'ReadOnlySpan<float> targets'"),
        InMethod("LOSS013", Softmax + "public static partial float F(ReadOnlySpan<float> [|probabilities|], ReadOnlySpan<int> labels);",
            "'probabilities' is not the input of a loss with Activation.Softmax; name it 'logits', or declare the loss with Activation.None"),
        InMethod("LOSS014", Softmax + "public static partial float F(ReadOnlySpan<float> logits, [|ReadOnlySpan<byte>|] labels);",
            "'labels' is of type 'ReadOnlySpan<byte>'; declare it as 'ReadOnlySpan<int>' or 'ReadOnlySpan<long>'"),
        InMethod("LOSS014", Softmax + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|long|] classCount);",
            "'classCount' is of type 'long'; declare it as 'int'"),
        InMethod("LOSS011", Softmax + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> [|label|]);",
            "'label' is not the name of anything a loss takes or computes; name it 'labels'"),
        InMethod("LOSS017", "[[|Loss(Activation.Softmax)|]] " + Labels, "'F' does not say what the true class pays; add [Positive]"),
        InMethod("LOSS029", "[Loss(Activation.Softmax, [|Reduction = Reduction.WeightedMean|])] [Positive] " + Labels,
            "'F' has no weights, so WeightedMean is the mean; add the parameter 'weights' or 'classWeights', or write Reduction.Mean"),
        InMethod("LOSS070", "[Loss(Activation.Softmax)] [Positive([|nameof(Inverse)|])] " + Labels + " static double Inverse(double p) => 1 / p;",
            "'Inverse' is not finite at p = 0: its value is infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)"),
        InMethod("LOSS070", "[Loss(Activation.Softmax)] [Positive([|nameof(Inverse)|])] " + SoftRows + " static double Inverse(double p) => 1 / p;",
            "'Inverse' is not finite at p = 0: its value is infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)"),
    ];
}
