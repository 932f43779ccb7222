using System;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing.TermMethods;

/// <summary>A term of any size and shape, valid C# or not, ends in a kernel or in an error.</summary>
public class TermLimitTests
{
    private const string Loss = "[Loss] [Positive(nameof(F))] [Negative] public static partial float L(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);\n";

    [Fact]
    public void Calls_that_double_at_every_level_are_too_large()
    {
        string calls = string.Concat(Enumerable.Range(0, 40).Select(i => Invariant($"static double G{i}(double p) => G{i + 1}(p) * G{i + 1}(1 - p);\n")));
        ShouldBeTooLarge("static double F(double p) => G0(p);\n" + calls + "static double G40(double p) => p;");
    }

    [Fact]
    public void Conditions_that_double_at_every_step_are_too_large() => ShouldBeTooLarge(
        "static double F(double p) { bool a = p < 0.5; bool b = p < 0.7; "
        + string.Concat(Enumerable.Repeat("a = a ^ b; b = b ^ a; ", 60)) + "return a ? p : 1; }");

    [Fact]
    public void Early_returns_do_not_double()
    {
        string returns = string.Concat(Enumerable.Range(0, 20).Select(i => Invariant($"if (p < {i} / 40.0) a = a + 1;\n")));
        WrittenTerm.OfBody("double a = 0;\n" + returns + "return a;").ShouldMeanWhatItDoes();
    }

    [Fact]
    public void Expressions_that_nest_too_deeply_are_too_large() =>
        ShouldBeTooLarge("static double F(double p) => " + string.Concat(Enumerable.Repeat("p * (", 400)) + "p" + new string(')', 400) + ";");

    [Fact]
    public void A_long_formula_is_compiled()
    {
        string steps = string.Concat(Enumerable.Range(0, 40).Select(i => Invariant($"a = a * p + {i};\n")));
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Loss + "static double F(double p)\n{\ndouble a = p;\n" + steps + "return a;\n}"));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_formula_that_shares_its_parts_is_compiled()
    {
        string steps = string.Concat(Enumerable.Repeat("a = a * (1 - a);\n", 30));
        GeneratorRun.Of(SourceFile.OfMembers(Loss + "static double F(double p)\n{\ndouble a = p;\n" + steps + "return a;\n}")).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_term_that_is_being_typed_never_stops_the_generator()
    {
        const string term = "static double F(double p) { double a = p, b = 0; if (p is > 0.5 and < 1) { a -= G(x: 1 - p); } else return Math.PI * -p; "
            + "bool c = a < b && !(p >= 0.25); return c ? a : p switch { 0 => 1, var x when x > 2 => x, _ => (double)1 / 3 }; } static double G(double x, int n = 2) => x * n;";
        GeneratorRun run = GeneratorRun.Of(SourceFile.Of(""));
        for (int length = 1; length <= term.Length; length++)
        {
            run = run.AfterEdit(SourceFile.OfMembers(Loss + term[..length])); // asserts that there was no exception
        }

        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("static double F(double p) { double a; return a; }", "CS0165")]
    [InlineData("static double F(double p) { if (p < 1) return p; }", "CS0161")]
    [InlineData("static double F(double p) => q;", "CS0103")]
    [InlineData("static double F(double p) => G(p);", "CS0103")]
    [InlineData("static double F(double p) => p ? 1 : 2;", "CS0029")]
    [InlineData("static double F(double p) => p && p;", "CS0019")]
    [InlineData("static double F(double p) => Math.Exp(p, p);", "CS1501")]
    [InlineData("static double F(double p) { return; }", "CS0126")]
    [InlineData("static double F(double p);", "CS0501")]
    [InlineData("static double F(double p) => p switch { };", "CS8509")]
    [InlineData("static double F(double p) => G(p, 1); static double G(double p) => p;", "CS1501")]
    [InlineData("static double F(Missing p) => 1;", "CS0246")]
    [InlineData("static Missing F(double p) => 1;", "CS0246")]
    public void A_term_that_is_no_CSharp_is_left_to_the_compiler(string term, string id)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Loss + term));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.Select(diagnostic => diagnostic.Id).ShouldContain(id);
    }

    private static void ShouldBeTooLarge(string term) =>
        GeneratorRun.Of(SourceFile.OfMembers(Loss + term)).Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("LOSS048");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
