using System.Collections.Immutable;
using LossGen.Generator.Tests.Harness;
using static LossGen.Generator.Tests.Diagnostics.Mistake;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>At least one mistake for every diagnostic.</summary>
internal static class Mistakes
{
    private const string Signature = "F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)";
    private const string Loss = "[Loss] [Positive] [Negative] public static partial float " + Signature + ";";
    private const string AllRoles = "'logits', 'targets', 'gradient', 'hessian', 'losses', 'weights', 'classWeights', 'gradientScale', 'statistics', or 'positive' or 'negative' with 'Weight', 'Gamma', 'Shift' or 'Poly'";

    public static ImmutableArray<Mistake> All { get; } =
    [
        // the method and its types
        InMethod("LOSS001", "[Loss] [Positive] [Negative] public static float [|F|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) => 0;",
            "'F' is not partial, so no kernel can be written for it; declare it 'static partial' and without a body"),
        new("LOSS001", SourceFile.Of("public partial class Losses { [Loss] [Positive] [Negative] public float [|F|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) => 0; }").Text,
            "'F' is not partial, so no kernel can be written for it; declare it 'static partial' and without a body"),
        new("LOSS002", SourceFile.Of("public static class [|Losses|] { " + Loss + " }").Text,
            "'Losses' contains a loss but is not partial; declare it as 'partial class Losses'", "CS8795", "CS0751"),
        new("LOSS002", SourceFile.Of("public static class [|Losses|] { " + Loss + Loss.Replace("float ", "void ").Replace(" F(", " G(") + " }").Text,
            "'Losses' contains a loss but is not partial; declare it as 'partial class Losses'", "CS8795", "CS8795", "CS0751", "CS0751"),
        new("LOSS002", SourceFile.Of("public record struct [|Outer|] { public static partial class Losses { " + Loss + " } }").Text,
            "'Outer' contains a loss but is not partial; declare it as 'partial record struct Outer'", "CS8795"),
        new("LOSS003", SourceFile.Of("[|file|] static partial class Losses { " + Loss + " }").Text,
            "'Losses' contains a loss but is visible in its own file only; remove the modifier 'file'", "CS8795"),
        InMethod("LOSS004", "[Loss] [Positive] [Negative] public static partial float [|F|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);"
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) => 0;",
            "'F' has a body already; remove it, since the generated kernel is the body"),
        new("LOSS005", SourceFile.Of("public partial class Losses { [Loss] [Positive] [Negative] public partial float [|F|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets); }").Text,
            "'F' is an instance method; declare it 'static'"),
        InSignature("LOSS006", "public static partial float F[|<T>|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) where T : struct;",
            "'F' has type parameters, but a kernel is written for one type; remove '<T>' and declare one overload for float, one for double"),
        InSignature("LOSS006", "public static partial float F[|<T, @in>|](ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) where T : class?, IComparable<@in> where @in : unmanaged;",
            "'F' has type parameters, but a kernel is written for one type; remove '<T, @in>' and declare one overload for float, one for double"),

        // what is returned
        InSignature("LOSS007", "public static partial [|int|] F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);",
            "'F' returns 'int'; return 'float', 'double' or 'void'"),
        InSignature("LOSS007", "public static partial [|string?|] F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);",
            "'F' returns 'string?'; return 'float', 'double' or 'void'"),
        InSignature("LOSS007", "public static partial [|ref float|] F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);",
            "'F' returns 'ref float'; return 'float', 'double' or 'void'"),
        InSignature("LOSS007", "public static partial [|float|] F(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets);",
            "'F' returns 'float'; return 'double' or 'void'"),
        InSignature("LOSS008", "public static partial [|void|] F(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets);",
            "'F' returns nothing and fills nothing; return 'double' or add the parameter 'Span<double> gradient', 'hessian' or 'losses'"),

        // which parameters there are
        InSignature("LOSS009", "public static partial float [|F|](ReadOnlySpan<float> targets, Span<float> gradient);",
            "'F' has no input; add the parameter 'ReadOnlySpan<float> logits'"),
        InMethod("LOSS009", "[Loss(Activation.None)] [Positive] [Negative] public static partial double [|F|](ReadOnlySpan<double> targets, Span<double> gradient);",
            "'F' has no input; add the parameter 'ReadOnlySpan<double> probabilities'"),
        InSignature("LOSS010", "public static partial float [|F|](ReadOnlySpan<float> logits, Span<float> gradient);",
            "'F' has no targets; add the parameter 'ReadOnlySpan<float> targets'"),
        InSignature("LOSS011", "public static partial float F(ReadOnlySpan<float> [|logit|], ReadOnlySpan<float> targets);",
            "'logit' is not the name of anything a loss takes or computes; name it 'logits'"),
        InSignature("LOSS011", "public static partial void F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> [|grad|]);",
            "'grad' is not the name of anything a loss takes or computes; name it 'gradient'"),
        InSignature("LOSS011", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> [|Gradient|]);",
            "'Gradient' is not the name of anything a loss takes or computes; name it 'gradient'"),
        InSignature("LOSS011", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, out (int a, string? @is) [|@out|]);",
            $"'out' is not the name of anything a loss takes or computes; remove it, or name it one of {AllRoles}"),
        InSignature("LOSS012", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> [|probabilities|]);",
            "'probabilities' is a second input beside 'logits'; remove it"),
        InSignature("LOSS013", "public static partial float F(ReadOnlySpan<float> [|probabilities|], ReadOnlySpan<float> targets);",
            "'probabilities' is not the input of a loss with Activation.Sigmoid; name it 'logits', or declare the loss with Activation.None"),
        InMethod("LOSS013", "[Loss(Activation = Activation.None)] [Positive] [Negative] public static partial float F(ReadOnlySpan<float> [|logits|], ReadOnlySpan<float> targets);",
            "'logits' is not the input of a loss with Activation.None; name it 'probabilities', or declare the loss with Activation.Sigmoid"),

        // how parameters are declared
        InSignature("LOSS014", "public static partial float F([|float[]|] logits, ReadOnlySpan<float> targets);",
            "'logits' is of type 'float[]'; declare it as 'ReadOnlySpan<float>'"),
        InSignature("LOSS014", "public static partial double F([|Span<double>|] logits, ReadOnlySpan<double> targets);",
            "'logits' is of type 'Span<double>'; declare it as 'ReadOnlySpan<double>'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, [|ReadOnlySpan<int>|] targets);",
            "'targets' is of type 'ReadOnlySpan<int>'; declare it as 'ReadOnlySpan<float>', 'ReadOnlySpan<bool>' or 'ReadOnlySpan<byte>'"),
        InSignature("LOSS014", "public static partial double F(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, [|Span<float>|] gradient);",
            "'gradient' is of type 'Span<float>'; declare it as 'Span<double>'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|ReadOnlySpan<float>|] hessian);",
            "'hessian' is of type 'ReadOnlySpan<float>'; declare it as 'Span<float>'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|ReadOnlySpan<bool>|] weights);",
            "'weights' is of type 'ReadOnlySpan<bool>'; declare it as 'ReadOnlySpan<float>'"),
        InSignature("LOSS014", "public static unsafe partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|float*|] classWeights);",
            "'classWeights' is of type 'float*'; declare it as 'ReadOnlySpan<float>'"),
        InSignature("LOSS015", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|out|] Span<float> gradient);",
            "'gradient' has the modifier 'out'; remove it, since spans and numbers are passed by value"),
        InSignature("LOSS015", "public static partial float F([|ref|] readonly ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);",
            "'logits' has the modifier 'ref readonly'; remove it, since spans and numbers are passed by value"),
        InSignature("LOSS015", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|params|] ReadOnlySpan<float> weights);",
            "'weights' has the modifier 'params'; remove it, since spans and numbers are passed by value"),
        InSignature("LOSS016", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights [|= default|]);",
            "'weights' has a default value; remove the value, or the parameter where it is not needed: what is not declared costs nothing"),

        // the attributes
        InAttributes("LOSS017", "[[|Loss|]] [Negative]", "'F' does not say what the positive class (y = 1) pays; add [Positive]"),
        InAttributes("LOSS017", "[[|Loss(Activation.Sigmoid)|]] [Positive]", "'F' does not say what the negative class (y = 0) pays; add [Negative]"),
        InAttributes("LOSS017", "[[|Loss|]]", "'F' does not say what either class pays; add [Positive] and [Negative]"),
        InAttributes("LOSS018", "[Loss] [Positive([|Gamma = -1|])] [Negative]",
            "Gamma of [Positive] is '-1', which is no focusing exponent; write a finite number that is at least 0"),
        InAttributes("LOSS018", "[Loss] [Positive] [Negative(Shift = 0.5, [|Gamma = double.NaN|])]",
            "Gamma of [Negative] is 'double.NaN', which is no focusing exponent; write a finite number that is at least 0"),
        InAttributes("LOSS018", "[Loss] [Positive] [Negative([|Gamma = 1 / 0.0|])]",
            "Gamma of [Negative] is '1 / 0.0', which is no focusing exponent; write a finite number that is at least 0"),
        InAttributes("LOSS019", "[Loss] [Positive] [Negative([|Shift = 1|])]",
            "Shift of [Negative] is '1', which is no shift of a probability; write a number that is at least 0 and less than 1"),
        InAttributes("LOSS019", "[Loss] [Positive([|Shift = -0.05|])] [Negative]",
            "Shift of [Positive] is '-0.05', which is no shift of a probability; write a number that is at least 0 and less than 1"),
        InAttributes("LOSS019", "[Loss] [Positive([|Shift = double.NaN|])] [Negative]",
            "Shift of [Positive] is 'double.NaN', which is no shift of a probability; write a number that is at least 0 and less than 1"),
        InAttributes("LOSS020", "[Loss] [Positive([|Weight = double.PositiveInfinity|])] [Negative]",
            "Weight of [Positive] is 'double.PositiveInfinity'; write a finite number"),
        InAttributes("LOSS020", "[Loss] [Positive] [Negative([|Weight = 0 / 0.0|])]", "Weight of [Negative] is '0 / 0.0'; write a finite number"),
        InAttributes("LOSS021", "[Loss([|LabelSmoothing = 1|])] [Positive] [Negative]",
            "LabelSmoothing of 'F' is '1'; write a number that is at least 0 and less than 1"),
        InAttributes("LOSS021", "[Loss([|LabelSmoothing = double.NaN|])] [Positive] [Negative]",
            "LabelSmoothing of 'F' is 'double.NaN'; write a number that is at least 0 and less than 1"),
        InAttributes("LOSS022", "[Loss] [Positive([|Poly = new double[0]|])] [Negative]",
            "Poly of [Positive] has no coefficients; write at least one, or leave Poly out"),
        InAttributes("LOSS022", "[Loss] [Positive] [Negative([|Poly = new double[] { }|])]",
            "Poly of [Negative] has no coefficients; write at least one, or leave Poly out"),
        InAttributes("LOSS023", "[Loss] [Positive] [Negative(Poly = new[] { 1.0, [|double.NegativeInfinity|] })]",
            "Coefficient 2 of the Poly of [Negative] is 'double.NegativeInfinity'; write a finite number"),
        InAttributes("LOSS024", "[Loss([|(Activation)3|])] [Positive] [Negative]",
            "'(Activation)3' is no member of Activation; write Activation.Sigmoid or Activation.Softmax or Activation.None"),
        InAttributes("LOSS024", "[Loss([|Reduction = (Reduction)(-1)|])] [Positive] [Negative]",
            "'(Reduction)(-1)' is no member of Reduction; write Reduction.Mean or Reduction.WeightedMean or Reduction.Sum"),

        InMethod("LOSS025", "private const int [|LossVariants|] = 1; " + Loss,
            "'LossVariants' is the name of the generated property that lists the losses of a type; rename what has it here"),
        InMethod("LOSS025", Loss + Loss.Replace(" F(", " [|LossVariants|]("),
            "'LossVariants' is the name of the generated property that lists the losses of a type; rename what has it here"),
        new("LOSS025", SourceFile.Of("public static partial class [|LossVariants|] { " + Loss + " }").Text,
            "'LossVariants' is the name of the generated property that lists the losses of a type; rename what has it here"),

        // warnings
        InMethod("LOSS026", "[[|Positive|]] public static float F(float p) => p;", "[Positive] has no effect on 'F', which is not a loss; add [Loss]"),
        InMethod("LOSS026", "[[|Negative(Gamma = 4)|]] public static float F(float p) => p;", "[Negative] has no effect on 'F', which is not a loss; add [Loss]"),
        InMethod("LOSS026", "[Negative] [[|Positive|]] public static float F(float p) => p;", "[Positive] has no effect on 'F', which is not a loss; add [Loss]"),
        InAttributes("LOSS027", "[Loss] [Positive] [Negative(Shift = 0.05, [|DetachFocus = true|])]",
            "DetachFocus of [Negative] has no effect, since its Gamma is 0; give Gamma a value above 0, or leave DetachFocus out"),
        InAttributes("LOSS028", "[Loss] [Positive(Gamma = 2, Poly = new[] { [|-1.5|] })] [Negative]",
            "With '-1.5' as the Poly of [Positive] a better prediction can cost more than a worse one; write a coefficient that is at least -1"),
        InAttributes("LOSS029", "[Loss([|Reduction = Reduction.WeightedMean|])] [Positive] [Negative]",
            "'F' has no weights, so WeightedMean is the mean; add the parameter 'weights' or 'classWeights', or write Reduction.Mean"),
        InMethod("LOSS070", Loss.Replace("[Positive]", "[Positive([|nameof(Inverse)|], Weight = 2)]") + " private static double Inverse(double p) => 1 / p;",
            "'Inverse' is not finite at p = 0: its value is infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)"),
        InMethod("LOSS070", Loss.Replace("[Negative]", "[Negative([|term: nameof(Other.Term)|])]") + " private static class Other { public static double Term(double p) => Math.Log(p - 0.2); }",
            "'Term' is not finite at p = 0: its value is NaN; keep the argument of the logarithm above 0, for example with Math.Max(p, 1e-7)"),
        InMethod("LOSS070", Loss.Replace("[Positive] [Negative]", "[Term([|nameof(Squared)|])]") + " private static double Squared(double p, double y) => (p - y) * (p - y) / y;",
            "'Squared' is not finite at p = 0, y = 0: its value is NaN; keep the divisor away from 0, for example with Math.Max(p, 1e-7)"),

        // hyperparameters at run time
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|double|] positiveGamma);",
            "'positiveGamma' is of type 'double'; declare it as 'float' or 'ReadOnlySpan<float>'"),
        InSignature("LOSS014", "public static partial double F(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, [|double[]|] negativeShift);",
            "'negativeShift' is of type 'double[]'; declare it as 'double' or 'ReadOnlySpan<double>'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, [|ReadOnlySpan<float>|] gradientScale);",
            "'gradientScale' is of type 'ReadOnlySpan<float>'; declare it as 'float'"),

        // statistics
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|ProbabilityStatistics|] statistics);",
            "'statistics' is of type 'ProbabilityStatistics'; declare it as 'out ProbabilityStatistics'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ref [|ProbabilityStatistics|] statistics);",
            "'statistics' is of type 'ref ProbabilityStatistics'; declare it as 'out ProbabilityStatistics'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, out [|double|] statistics);",
            "'statistics' is of type 'out double'; declare it as 'out ProbabilityStatistics'"),
        InSignature("LOSS014", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|Span<float>|] statistics);",
            "'statistics' is of type 'Span<float>'; declare it as 'out ProbabilityStatistics'"),
        InSignature("LOSS011", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, out ProbabilityStatistics [|statistic|]);",
            "'statistic' is not the name of anything a loss takes or computes; name it 'statistics'"),
        InSignature("LOSS011", "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma, float [|gamma_neg|]);",
            "'gamma_neg' is not the name of anything a loss takes or computes; name it 'negativeGamma'"),
        InMethod("LOSS060", "[Loss] [Positive(Weight = 2, [|Gamma = 1|])] [Negative(Gamma = 1)] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma);",
            "Gamma of [Positive] is given here and by the parameter 'positiveGamma'; remove one of the two"),
        InMethod("LOSS060", "[Loss] [Positive] [Negative([|Poly = new[] { 1.0 }|])] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> negativePoly);",
            "Poly of [Negative] is given here and by the parameter 'negativePoly'; remove one of the two"),
        InMethod("LOSS061", "[Loss] [Positive] [Negative(nameof(Hill))] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float [|negativeGamma|]);"
            + "private static double Hill(double p) => (1.5 - p) * p * p;",
            "'negativeGamma' has no effect on 'Hill', the method of [Negative]; remove it, or give 'Hill' a parameter of that name"),
        InMethod("LOSS061", "[Loss] [Term(nameof(Brier))] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float [|positiveWeight|]);"
            + "private static double Brier(double p, double y) => (p - y) * (p - y);",
            "'positiveWeight' has no effect on 'Brier', the method of [Term]; remove it, or give 'Brier' a parameter of that name"),
        InMethod("LOSS062", "[Loss] [Positive] [Negative(nameof(Sum))] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, ReadOnlySpan<float> f, ReadOnlySpan<float> g, ReadOnlySpan<float> h, ReadOnlySpan<float> [|i|]);"
            + "private static double Sum(double p, double a, double b, double c, double d, double e, double f, double g, double h, double i) => p * (a + b + c + d + e + f + g + h + i);",
            "'i' is one hyperparameter per class too many: a loss takes 8; declare it as one value, or remove it"),

        .. TermMistakes.All,
        .. RowMistakes.All,
        .. HarmonizingMistakes.All,
    ];
}
