using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

/// <summary>The emitted files of representative declarations, beside this file.</summary>
public class SnapshotTests
{
    private const string Parameters = "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient";

    [Fact]
    public void Binary_cross_entropy() => Match($"""
        /// <summary>Binary cross entropy.</summary>
        [Loss] [Positive] [Negative]
        public static partial float Bce({Parameters});
        """);

    [Fact]
    public void Balanced_cross_entropy_of_bytes() => Match("""
        [Loss] [Positive(Weight = 0.75)] [Negative(Weight = 0.25)]
        public static partial float Balanced(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient);
        """);

    [Fact]
    public void Focal_with_hessian() => Match($"""
        [Loss] [Positive(Gamma = 2, Weight = 0.25)] [Negative(Gamma = 2, Weight = 0.75)]
        public static partial float Focal({Parameters}, Span<float> hessian);
        """);

    [Fact]
    public void Asymmetric() => Match($"""
        [Loss] [Positive(Gamma = 1)] [Negative(Gamma = 4, Shift = 0.05)]
        public static partial float Asymmetric({Parameters});
        """);

    [Fact]
    public void Asymmetric_with_hard_targets() => Match($"""
        [Loss(HardTargets = true)] [Positive] [Negative(Gamma = 4, Shift = 0.05)]
        public static partial float Asymmetric({Parameters});
        """);

    [Fact]
    public void Poly_3_focal_with_a_general_gamma_in_double() => Match("""
        [Loss] [Positive(Gamma = 2.3, Poly = new[] { 1.0, -0.5, 0.25 })] [Negative(Gamma = 2.3)]
        public static partial double PolyFocal(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);
        """);

    [Fact]
    public void Half_integer_gamma() => Match($"""
        [Loss] [Positive(Gamma = 0.5)] [Negative(Gamma = 1.5)]
        public static partial float Half({Parameters});
        """);

    [Fact]
    public void Detached_focus() => Match($"""
        [Loss] [Positive(Gamma = 2, DetachFocus = true)] [Negative(Gamma = 2, DetachFocus = true)]
        public static partial float Detached({Parameters});
        """);

    [Fact]
    public void Smoothed_labels_and_weights() => Match($"""
        [Loss(LabelSmoothing = 0.1, Reduction = Reduction.WeightedMean)] [Positive] [Negative]
        public static partial float Smoothed({Parameters}, ReadOnlySpan<float> weights, ReadOnlySpan<float> classWeights);
        """);

    [Fact]
    public void Probabilities_as_input() => Match("""
        [Loss(Activation.None)] [Positive(Gamma = 2)] [Negative(Shift = 0.1)]
        public static partial float OfProbabilities(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> targets, Span<float> gradient);
        """);

    [Fact]
    public void Losses_only() => Match("""
        [Loss(Reduction = Reduction.Sum)] [Positive] [Negative(Gamma = 2)]
        public static partial void LossesOnly(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses);
        """);

    [Fact]
    public void Adaptive_asymmetric_with_weights_and_statistics() => Match("""
        [Loss] [Positive] [Negative(Shift = 0.05)]
        public static partial float Adaptive(
            ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, float negativeGamma, Span<float> gradient,
            out ProbabilityStatistics statistics);
        """);

    [Fact]
    public void Focal_with_gamma_and_weights_per_class_at_run_time() => Match($"""
        [Loss] [Positive] [Negative]
        public static partial float Focal({Parameters}, float positiveGamma, float negativeGamma, ReadOnlySpan<float> positiveWeight, float gradientScale);
        """);

    [Fact]
    public void Hill_as_a_term_method() => Match($"""
        [Loss] [Positive(Gamma = 1)] [Negative(nameof(Hill))]
        public static partial float HillLoss({Parameters});

        private static double Hill(double p) => (1.5 - p) * p * p;
        """);

    [Fact]
    public void Harmonized_cross_entropy_with_a_mask_and_an_average() => Match($"""
        [Loss(LabelSmoothing = 0.1)] [Positive] [Negative] [GradientHarmonizing(Bins = 30, BiasCorrection = true, Normalization = DensityNormalization.AllBins)]
        public static partial float Harmonized(
            ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, ReadOnlySpan<float> weights, Span<float> gradient, GradientDensity density);
        """);

    [Fact]
    public void Binary_cross_entropy_on_several_threads() => Match($"""
        [Loss] [Positive] [Negative]
        public static partial float Bce({Parameters}, int maxDegreeOfParallelism);
        """);

    [Fact]
    public void Harmonized_focal_of_rows_with_a_mask_and_an_average() => Match("""
        [Loss(Activation.Softmax)] [Positive(Gamma = 2)] [GradientHarmonizing(Bins = 30)]
        public static partial float Harmonized(
            ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, Span<float> gradient, GradientDensity density);
        """);

    [Fact]
    public void Harmonized_cross_entropy_with_statistics() => Match("""
        [Loss] [Positive] [Negative] [GradientHarmonizing(Bins = 30)]
        public static partial float Harmonized(
            ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient, out ProbabilityStatistics statistics);
        """);

    [Fact]
    public void Softmax_cross_entropy() => Match("""
        [Loss(Activation.Softmax)] [Positive]
        public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
        """);

    [Fact]
    public void Softmax_focal_with_class_weights_and_hessian() => Match("""
        [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean, IgnoreLabel = -1)] [Positive(Gamma = 2)]
        public static partial float Focal(
            ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, ReadOnlySpan<float> classWeights, Span<float> gradient, Span<float> hessian);
        """);

    [Fact]
    public void Single_label_asymmetric() => Match("""
        [Loss(Activation.Softmax, LabelSmoothing = 0.1)] [Positive(Gamma = 1)] [Negative(Gamma = 4)]
        public static partial float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
        """);

    [Fact]
    public void Poly_1_of_soft_rows_in_double() => Match("""
        [Loss(Activation.Softmax)] [Positive(Poly = new[] { 1.0 })]
        public static partial double Poly1(
            ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, int classCount, ReadOnlySpan<double> weights, Span<double> gradient, Span<double> losses);
        """);

    [Fact]
    public void Overloads_in_a_nested_generic_record() => Snapshot.Match(Checked(SourceFile.Of($$"""
        namespace Training;

        public partial class Outer<T>
        {
            public partial record Pair<TFirst, TSecond>(TFirst First, TSecond Second)
                where TFirst : class
            {
                /// <summary>Documented.</summary>
                [Loss] [Positive] [Negative]
                public static partial float Bce({{Parameters}});

                [Loss] [Positive] [Negative]
                internal static partial double Bce(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets);
            }
        }
        """)));

    private static void Match(string member, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.Match(Checked(SourceFile.OfMembers(member)), method: method);

    private static GeneratorRun Checked(SourceFile file)
    {
        GeneratorRun run = GeneratorRun.Of(file);
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
        return run;
    }
}
