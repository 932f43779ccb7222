using System.Collections.Immutable;
using LossGen.Generator.Tests.Harness;
using static LossGen.Generator.Tests.Diagnostics.Mistake;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>At least one mistake for every diagnostic about term methods.</summary>
internal static class TermMistakes
{
    private const string Spans = "(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)";
    private const string Loss = "[Loss] [Positive(nameof(F))] [Negative] public static partial float L" + Spans + ";\n";
    private const string NoKernel = "has no meaning in a kernel";
    private const string Numbers = "compute with double and bool";
    private const string RightRoles = "'logits', 'targets', 'gradient', 'hessian', 'losses', 'weights', 'classWeights', 'gradientScale', 'statistics', 'maxDegreeOfParallelism', or 'positive' or 'negative' with 'Weight', 'Gamma', 'Shift' or 'Poly'";

    public static ImmutableArray<Mistake> All { get; } =
    [
        // which method is meant
        InMethod("LOSS030", "[Loss] [Positive([|\"Hil\"|])] [Negative] public static partial float L" + Spans + "; static double Hill(double p) => p;",
            "'Hil' is not the name of a method; write 'nameof(Hill)'"),
        InMethod("LOSS030", "[Loss] [Positive] [Negative([|nameof(C)|])] public static partial float L" + Spans + "; const double C = 1;",
            "'C' is not the name of a method; write the term as a method 'static double F(double p)' and name it by 'nameof(F)'"),
        InMethod("LOSS030", "[Loss] [Term([|nameof(F)|])] public static partial float L" + Spans + "; static double F(double p) => p; static double F(double p, double y) => p;",
            "'F' has several overloads that can be a term; give one of them another name"),
        InMethod("LOSS030", "[Loss] [Term([|nameof(F)|])] public static partial float L" + Spans + "; static float F(float p) => p; static double F(int p) => p;",
            "'F' has no overload that can be a term; write 'static double F(double p)'"),

        // its signature
        InMethod("LOSS031", Loss + "static [|float|] F(double p) => 1;", "'F' returns 'float', which no term does; return 'double'"),
        InMethod("LOSS031", Loss + "static double F([|float|] p) => p;",
            "'F' takes 'p' as 'float', which no term does; take it as 'double'; the kernel computes in the type of the loss all the same"),
        InMethod("LOSS031", Loss + "static double F([|in|] double p) => p;", "'F' does not take 'p' by value, which no term does; remove the modifier"),
        InMethod("LOSS031", Loss + "static double F[|<T>|](double p) => p;", "'F' has type parameters, which no term does; write it for double"),
        new("LOSS031", SourceFile.Of("public partial class Losses { " + Loss + "double [|F|](double p) => p; }").Text,
            "'F' is an instance method, which no term does; declare it 'static'"),
        new("LOSS031", SourceFile.Of("public partial class Losses { " + Loss + "} public partial class Losses { static [|ref double|] F(double p) => throw null!; }").Text,
            "'F' returns 'ref double', which no term does; return 'double'"),

        // what its parameters stand for
        InMethod("LOSS032", Loss.Replace("nameof(F)", "[|nameof(F)|]") + "static double F(double p, double q) => p * q;",
            "'F' takes 'q', which is neither p, z nor y nor a parameter of 'L'; add the parameter 'float q' to 'L'"),
        InMethod("LOSS049", "[Loss(Activation.None)] [Positive([|nameof(F)|])] [Negative] public static partial float L(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets); static double F(double z) => z;",
            "'F' takes the logit 'z', but the input of 'L' are probabilities; take 'p' instead, or declare the loss with Activation.Sigmoid"),
        InMethod("LOSS014", "[Loss] [Positive(nameof(F))] [Negative] public static partial float L(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, [|double|] q); static double F(double p, double q) => p * q;",
            "'q' is of type 'double'; declare it as 'float' or 'ReadOnlySpan<float>'"),
        InMethod("LOSS016", "[Loss] [Positive(nameof(F))] [Negative] public static partial float L(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float q [|= 1|]); static double F(double p, double q) => p * q;",
            "'q' has a default value; remove the value, or the parameter where it is not needed: what is not declared costs nothing"),
        InMethod("LOSS011", "[Loss] [Positive(nameof(F))] [Negative] public static partial float L(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float [|q|]); static double F(double p) => p;",
            $"'q' is not the name of anything a loss takes or computes; remove it, add the parameter 'double q' to a term, or name it one of {RightRoles}"),

        // where it is
        new("LOSS033", SourceFile.Of("public abstract partial class Losses { [Loss] [Positive([|nameof(Math.Exp)|])] [Negative] public static partial float L" + Spans + "; }").Text,
            "'Exp' has no body in this project; write the term as a method of this project"),
        InMethod("LOSS033", Loss.Replace("nameof(F)", "[|nameof(F)|]") + "[System.Runtime.InteropServices.DllImport(\"c\")] static extern double F(double p);",
            "'F' has no body in this project; write the term as a method of this project"),

        // what it excludes
        InMethod("LOSS034", Loss.Replace("[Negative]", "[Negative(nameof(F), Weight = 2, Shift = 0.1, [|Gamma = -1|])]") + "static double F(double p) => p;",
            "Gamma of [Negative] is part of the formula that the method takes the place of; write it into the method, or leave it out"),
        InMethod("LOSS034", Loss.Replace("nameof(F)", "nameof(F), [|Poly = new[] { 1.0 }|]") + "static double F(double p) => p;",
            "Poly of [Positive] is part of the formula that the method takes the place of; write it into the method, or leave it out"),
        InMethod("LOSS034", Loss.Replace("nameof(F)", "nameof(F), [|DetachFocus = true|]") + "static double F(double p) => p;",
            "DetachFocus of [Positive] is part of the formula that the method takes the place of; write it into the method, or leave it out"),
        InMethod("LOSS047", "[Loss] [Term(nameof(F))] [[|Negative|]] public static partial float L" + Spans + "; static double F(double p) => p;",
            "[Negative] has no place beside [Term], which says what both classes pay; remove one of them from 'L'"),
        InMethod("LOSS026", "[[|Term(nameof(F))|]] public static void L() { } static double F(double p) => p;",
            "[Term] has no effect on 'L', which is not a loss; add [Loss]"),

        // statements
        InBody("LOSS035", "[|switch (p) { case 0: return 1; default: return p; }|]", $"A switch statement {NoKernel}; write a switch expression or if and return"),
        InBody("LOSS035", "if (p < 0) { [|throw new ArgumentException();|] } return p;", $"A throw statement {NoKernel}; return a number for every argument"),
        InBody("LOSS035", "[|try { return p; } finally { }|]", $"A try statement {NoKernel}; leave it out, since nothing in a term throws"),
        InBody("LOSS035", "[|goto end;|] end: return p;", $"A jump {NoKernel}; write if and return"),
        InBody("LOSS035", "double a = p; ref double [|b = ref a|]; return p;", $"A reference {NoKernel}; copy the value into a local"),
        InBody("LOSS039", "double sum = 0; [|for|] (int k = 1; k <= 3; k++) { sum += p / k; } return sum;",
            $"'for' {NoKernel}, which takes the same steps for every element; write the sum out, or declare it as the Poly of the term"),
        InBody("LOSS039", "double a = p; [|while|] (a > 1) a /= 2; return a;",
            $"'while' {NoKernel}, which takes the same steps for every element; write the sum out, or declare it as the Poly of the term"),
        InBody("LOSS042", "[|p|] = Math.Max(p, 0.1); return p;", "'p' is a parameter, which stands for the same number everywhere in a term; copy it into a local and assign that"),
        InBody("LOSS042", "[|p|] *= 2; return p;", "'p' is a parameter, which stands for the same number everywhere in a term; copy it into a local and assign that"),
        InBody("LOSS042", "return [|p|]++;", "'p' is a parameter, which stands for the same number everywhere in a term; copy it into a local and assign that"),

        // expressions
        InBody("LOSS036", "return [|p % 2|];", $"The remainder {NoKernel}; write a smooth function of the probability"),
        InBody("LOSS036", "double[] c = [|[1, 2]|]; return p;", $"An array or collection {NoKernel}; write one local or hyperparameter for each number"),
        InBody("LOSS036", "double a, b; [|(a, b) = (p, 1)|]; return a + b;", $"A deconstruction {NoKernel}; write one assignment for each number"),
        InBody("LOSS036", "var pair = [|(p, 1)|]; return pair.Item1;", $"A tuple {NoKernel}; write one local for each number"),
        InBody("LOSS036", "return [|(p, 1)|] switch { (0, 1) => 1, _ => 2 };", $"A tuple {NoKernel}; write one local for each number"),
        InBody("LOSS036", "Func<double, double> f = [|x => x|]; return p;", $"A lambda or delegate {NoKernel}; call a static method"),
        InBody("LOSS036", "return p < 0 ? [|throw new ArgumentException()|] : p;", $"A throw expression {NoKernel}; return a number for every argument"),
        InBody("LOSS036", "double? a = [|p|]; return p;", $"A conversion to anything but double {NoKernel}; compute in double"),
        InBody("LOSS036", "return G(); double G() => [|p|];", $"'p', a variable of the method around {NoKernel}; pass it as an argument"),
        InBody("LOSS036", "string s = [|\"a\"|]; return p;", $"A string {NoKernel}; {Numbers}", "CS0219"),
        InTerm("LOSS036", "static double F(double p) { [|s_last|] = p; return p; } static double s_last;",
            $"An assignment to anything but a local {NoKernel}; declare a local for it"),
        InBody("LOSS037", "return [|MathF.Log((float)p)|];", "'MathF.Log((float)p)' computes in single precision; write 'Math' instead of 'MathF'"),
        InBody("LOSS037", "return [|MathF.PI|] * p;", "'MathF.PI' computes in single precision; write 'Math' instead of 'MathF'"),
        InBody("LOSS037", "return [|MathF.Log(p)|];", "'MathF.Log(p)' computes in single precision; write 'Math' instead of 'MathF'", "CS1503"),
        InBody("LOSS038", "return [|1 / 2|] * p;", "'1 / 2' drops the remainder; write one of the two as a double, such as '2.0' for '2'"),
        InBody("LOSS038", "int n = 3; return [|n / 2|] * p;", "'n / 2' drops the remainder; write one of the two as a double, such as '2.0' for '2'"),
        InBody("LOSS038", "int n = 3; return ([|n + 1|]) * p;", "'n + 1' is computed in integers; declare the numbers as double"),
        InBody("LOSS038", "int n = 3; [|n++|]; return n * p;", "'n++' is computed in integers; declare the numbers as double"),
        InBody("LOSS038", "int n = [|(int)p|]; return n;", "'(int)p' cuts off the digits after the point; leave the cast out"),
        InTerm("LOSS038", "const double Half = [|1 / 2|]; static double F(double p) => Half * p;",
            "'1 / 2' drops the remainder; write one of the two as a double, such as '2.0' for '2'"),
        InTerm("LOSS040", "static double F(double p) => [|Convert.ToDouble(p)|] * p;",
            "'Convert.ToDouble(double)' has no body in this project; call the functions of Math, double and LossMath, or write a static method of your own"),
        InTerm("LOSS040", "static double F(double p) => [|G<int>(p)|]; static double G<T>(double p) => p;", "'Losses.G<int>(double)' has type parameters; write it for double"),
        InTerm("LOSS040", "static double F(double p) => [|G(in p)|]; static double G(in double p) => p;",
            "'Losses.G(in double)' has a parameter that is not passed by value; pass it by value"),
        InTerm("LOSS041", "static double F(double p) => [|Gamma|] * p; static readonly double Gamma = 2;",
            "'Gamma' is read when the loss is called, but a kernel is compiled before; declare it 'const', or take it as a parameter of the term"),
        InTerm("LOSS041", "static double F(double p) => [|Gamma|] * p; static double Gamma => 2;",
            "'Gamma' is read when the loss is called, but a kernel is compiled before; declare it 'const', or take it as a parameter of the term"),
        InTerm("LOSS043", "static double F(double p) => p < 0.1 ? p : [|F(p / 2)|];", "'F' calls itself, directly or through another method, and would never end in a kernel; write the steps out"),
        InTerm("LOSS043", "static double F(double p) => G(p); static double G(double p) => p < 0.1 ? p : [|F(p / 2)|];",
            "'F' calls itself, directly or through another method, and would never end in a kernel; write the steps out"),
        InBody("LOSS044", "return [|(float)p|] * 2;", "'float' is not the type that a term computes in; compute in 'double'"),
        InBody("LOSS044", "return [|0.1f|] * p;", "'float' is not the type that a term computes in; compute in 'double'"),
        InBody("LOSS044", "return (double)[|0.5m|] * p;", "'decimal' is not the type that a term computes in; compute in 'double'"),
        InTerm("LOSS044", "static double F(double p) => [|G(p)|]; static float G(double p) => 1;", "'float' is not the type that a term computes in; compute in 'double'"),
        InBody("LOSS045", "return [|Math.Sin(p)|];",
            "'Math.Sin' is not understood; understood are Abs, Clamp, Cosh, Exp, FusedMultiplyAdd, Log, Log10, Log2, Max, Min, Pow, Sign, Sinh, Sqrt, Tanh"),
        InBody("LOSS045", "return Math.Exp([|Math.Floor(p)|]);",
            "'Math.Floor' is not understood; understood are Abs, Clamp, Cosh, Exp, FusedMultiplyAdd, Log, Log10, Log2, Max, Min, Pow, Sign, Sinh, Sqrt, Tanh"),
        InBody("LOSS046", "return p switch { [|double.NaN|] => 0, _ => p };", $"The pattern double.NaN {NoKernel}; leave it out, since the loss of NaN is NaN"),
        InBody("LOSS046", "return p is [|{ }|] ? p : 1;", $"A property or positional pattern {NoKernel}; match one number"),
        InBody("LOSS048", "double a = p; " + string.Concat(System.Linq.Enumerable.Repeat("a = a * p + 1; ", 300)) + "return a;",
            "'F' stands for more operations than a kernel can have once all its calls are written out; write a shorter formula"),
    ];

    /// <summary>A term with a wrong body.</summary>
    private static Mistake InBody(string id, string body, string message, params string[] fromCSharp) =>
        InTerm(id, "static double F(double p)\n{\n" + body + "\n}", message, fromCSharp);

    /// <summary>A wrong term of a right loss; the name in the attribute is reported where nothing in the term is.</summary>
    private static Mistake InTerm(string id, string members, string message, params string[] fromCSharp)
    {
        bool isInTerm = members.Contains("[|", System.StringComparison.Ordinal);
        string loss = isInTerm ? Loss : Loss.Replace("nameof(F)", "[|nameof(F)|]");
        return InMethod(id, loss + members, message) with { FromCSharp = fromCSharp };
    }
}
