using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing.TermMethods;

/// <summary>Each construct that a term may use means what C# means by it.</summary>
public class TermReaderTests
{
    [Theory]
    [InlineData("(1.5 - p) * p * p", "Multiply(Multiply(Subtract(1.5, Probability), Probability), Probability)")]
    [InlineData("-p + +z", "Add(Negate(Probability), Logit)")]
    [InlineData("1.0 / 3 * p", "Multiply(0.3333333333333333, Probability)")]
    [InlineData("2 * p", "Multiply(2, Probability)")]
    [InlineData("0.5f * p", "Multiply(0.5, Probability)")]
    [InlineData("(double)1 * ((p))", "Multiply(1, Probability)")]
    [InlineData("Math.Pow(p, 2)", "Power(Probability, 2)")]
    [InlineData("Math.Pow(p, y)", "GeneralPower(Probability, Target)")]
    [InlineData("Math.Max(0, p)", "Max(Probability, 0)")]
    [InlineData("Math.Min(0.5, p)", "Min(Probability, 0.5)")]
    [InlineData("Math.Clamp(p, 0.1, 0.9)", "Min(Max(Probability, 0.1), 0.9)")]
    [InlineData("double.LogP1(p)", "LogOfPair(Add(Probability, 1), Negate(Probability))")]
    [InlineData("LossMath.Log1P(-p)", "LogOfPair(Add(Negate(Probability), 1), Probability)")]
    [InlineData("LossMath.LogSigmoid(z)", "Negate(Softplus(Negate(Logit)))")]
    [InlineData("LossMath.Detach(p) * p", "Multiply(Detach(Probability), Probability)")]
    [InlineData("p > 0.5 ? z : y", "Select(Less(0.5, Probability), Logit, Target)")]
    [InlineData("!(p < 0.5) ? z : y", "Select(Less(Probability, 0.5), Target, Logit)")]
    [InlineData("true ? z : y", "Logit")]
    public void An_expression_is_read_literally(string expression, string listing) =>
        WrittenTerm.OfExpression(expression).Listing.ShouldBe(listing);

    [Theory]
    [InlineData("p + z - y * p / 3")]
    [InlineData("Math.PI * p + double.Pi - Math.E")]
    [InlineData("p < z ? p : z")]
    [InlineData("p <= z ? p : z")]
    [InlineData("p >= z ? p : z")]
    [InlineData("p == z ? 1 : 2")]
    [InlineData("p != z ? 1 : 2")]
    [InlineData("p < z && z < y ? 1 : 2")]
    [InlineData("p < z || z < y ? 1 : 2")]
    [InlineData("p < z & z < y | y == 0 ? 1 : 2")]
    [InlineData("(p < z ^ z < y) ? 1 : 2")]
    [InlineData("(p < z) == (z < y) ? 1 : 2")]
    [InlineData("(p < z) != !(z < y) ? 1 : 2")]
    [InlineData("(p < z ? z < y : y > 0.5) ? 1 : 2")]
    [InlineData("p switch { 0 => 1, 0.5 => 2, < 0 => 3, _ => 4 }")]
    [InlineData("p switch { > 0.25 and < 0.75 => 1, < -1 or >= 3 => 2, not 0 => 3, _ => 4 }")]
    [InlineData("p switch { var x when x < z => x, double x when x == z => 2 * x, _ => y }")]
    [InlineData("(p < z) switch { true => 1, false => 2 }")]
    [InlineData("p is > 0 and < 1 ? 1 : 2")]
    [InlineData("p is double d && d > z ? d : z")]
    [InlineData("(p is var d && d > 0 ? d : 0) + z")]
    [InlineData("p is not 0.5 ? p : z")]
    [InlineData("(int)2.5 * p")]
    [InlineData("Math.Sign(p) * z")]
    public void An_expression_means_what_it_does(string expression) => WrittenTerm.OfExpression(expression).ShouldMeanWhatItDoes();

    [Theory]
    [InlineData("Abs(p)")]
    [InlineData("Clamp(p, -1, z * z)")]
    [InlineData("Cosh(p)")]
    [InlineData("Exp(p)")]
    [InlineData("FusedMultiplyAdd(p, z, y)")]
    [InlineData("Log(p)")]
    [InlineData("Log(p * p, 3)")]
    [InlineData("Log10(p)")]
    [InlineData("Log2(p)")]
    [InlineData("Max(p, z)")]
    [InlineData("Min(p, z)")]
    [InlineData("Pow(p, 3)")]
    [InlineData("Pow(p, z)")]
    [InlineData("Sign(p)")]
    [InlineData("Sinh(p)")]
    [InlineData("Sqrt(p)")]
    [InlineData("Tanh(p)")]
    public void A_function_of_Math_and_of_double_means_what_it_does(string call)
    {
        WrittenTerm.OfExpression("Math." + call).ShouldMeanWhatItDoes();
        WrittenTerm.OfExpression("double." + call).ShouldMeanWhatItDoes();
    }

    [Theory]
    [InlineData("double.ClampNative(p, -1, z * z)")]
    [InlineData("double.DegreesToRadians(p)")]
    [InlineData("double.Exp10(p)")]
    [InlineData("double.Exp2(p)")]
    [InlineData("double.ExpM1(p)")]
    [InlineData("double.Hypot(p, z)")]
    [InlineData("double.Lerp(p, z, y)")]
    [InlineData("double.Log10P1(p)")]
    [InlineData("double.Log2P1(p)")]
    [InlineData("double.LogP1(p)")]
    [InlineData("double.MaxNative(p, z)")]
    [InlineData("double.MinNative(p, z)")]
    [InlineData("double.MultiplyAddEstimate(p, z, y)")]
    [InlineData("double.RadiansToDegrees(p)")]
    [InlineData("LossMath.Detach(p)")]
    [InlineData("LossMath.Expm1(p)")]
    [InlineData("LossMath.Log1P(p)")]
    [InlineData("LossMath.LogSigmoid(p)")]
    [InlineData("LossMath.Sigmoid(p)")]
    [InlineData("LossMath.Softplus(p)")]
    public void A_function_means_what_it_does(string call) => WrittenTerm.OfExpression(call).ShouldMeanWhatItDoes();

    [Theory]
    [InlineData("double a = p; a = a * z; return a + p;")]
    [InlineData("double a = p, b; b = a; a += 1; a *= z; a -= y; a /= 3; return a + b;")]
    [InlineData("double a = p; double b = a++ + ++a; double c = a-- - --a; return a + b * c;")]
    [InlineData("double a; if (p < z) { a = 1; } else a = 2; return a * y;")]
    [InlineData("double a = 1; if (p < z) a = z; return a;")]
    [InlineData("if (p < z) return 1; if (z < y) return 2; return 3;")]
    [InlineData("if (p < z) { if (y > 0.25) return 1; } else if (y > 0.75) { return 2; } return 3;")]
    [InlineData("double a = p; if (p < z) { if (y > 0.25) return a; a = 2; } else { a = 3; } return a + y;")]
    [InlineData("double a = p; if (p < z) { a = 2; if (y > 0.25) { a = 5; return a; } a *= 3; } return a + y;")]
    [InlineData("if (p < 0) { return -p; } else { { return p; } }")]
    [InlineData("bool small = p < z; bool both = small && y > 0; small |= y > 0.75; both ^= true; both &= small; return (both ? 1.0 : 2.0) + (small ? 3 : 4);")]
    [InlineData("const double half = 0.5; const int two = 2; int n = 3; return half * p + two * z + n * y;")]
    [InlineData("var a = p; ; return a;")]
    [InlineData("double a = 0, b = 0; a = b = p; return a + (b = z) + b;")]
    [InlineData("double a = 1; bool c = p < z && (a = 2) > y; return a + (c ? 1 : 0);")]
    [InlineData("double a = 1; double b = p < z ? a = 2 : (a += 3); return a + 10 * b;")]
    [InlineData("double a = 1; return p switch { < 0 => a = 2, _ when (a = 5) > z => a, _ => a + 1 } + a;")]
    [InlineData("_ = p * z; return y;")]
    [InlineData("{ double a = p; if (a > 0) return a; } { double a = z; return a; }")]
    public void Statements_mean_what_they_do(string body) => WrittenTerm.OfBody(body).ShouldMeanWhatItDoes();

    [Theory]
    [InlineData("G(p) + G(z)", "static double G(double x) => x * x;")]
    [InlineData("G(G(G(p)))", "static double G(double x) { if (x > 0.5) return 1 - x; return x; }")]
    [InlineData("G(b: p, a: z)", "static double G(double a, double b) => a - 2 * b;")]
    [InlineData("G(p) + G(p, 3) + G(p, c: 2)", "static double G(double a, double b = 2, double c = 5) => a - b * c;")]
    [InlineData("Small(p) ? H(p) : z", "static bool Small(double x) => x < 0.5; static double H(double x) => G(x, Small(x)); static double G(double x, bool b) => b ? x : 1;")]
    [InlineData("G(p, 3)", "static double G(double x, int n) => n * x;")]
    [InlineData("G(p, 3)", "static double G(double x, int n) => n == 3 ? x : 1;")]
    [InlineData("C * p + Other.D", "const double C = 0.1; static class Other { public const int D = 2; }")]
    [InlineData("p.Square() + Other<int>.Twice(z)", "static double Square(this double x) => x * x; static class Other<T> { public static double Twice(double x) => 2 * x; }")]
    [InlineData("Partial(p)", "private static partial double Partial(double x); private static partial double Partial(double t) => t * t;")]
    public void Calls_mean_what_they_do(string expression, string more) =>
        WrittenTerm.Of($"public static double F(double p, double z, double y) => {expression};\n{more}").ShouldMeanWhatItDoes();

    [Fact]
    public void Arguments_are_read_in_the_order_in_which_they_are_written() =>
        WrittenTerm.Of("public static double F(double p, double z, double y) { double a = 1; return G(b: a = p, a: a *= 2) + a; } static double G(double a, double b) => a - 3 * b;")
            .ShouldMeanWhatItDoes();

    [Fact]
    public void A_local_function_is_a_method() =>
        WrittenTerm.OfBody("return G(p) + H(z); static double G(double x) => x * x; double H(double x) { return x + 1; }").ShouldMeanWhatItDoes();

    [Fact]
    public void A_method_in_another_file_is_read_there() =>
        WrittenTerm.Of("public static double F(double p) => Other.G(p);", SourceFile.Of("static class Other { public static double G(double x) => x * x - 1; }", "Other.cs"))
            .ShouldMeanWhatItDoes();

    [Fact]
    public void Early_returns_nest_in_their_order() =>
        WrittenTerm.OfBody("if (p < 0) return 1; if (p > 1) return 2; return p;").Listing
            .ShouldBe("Select(Less(Probability, 0), 1, Select(Less(1, Probability), 2, Probability))");
}
