using System.Threading.Tasks;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public class UseMathFixTests
{
    private readonly UseMathFix _fix = new();

    [Fact]
    public Task What_the_generator_reports_is_fixed() => _fix.ShouldBecome(OfLoss("-MathF.Log(p)"), "Use Math", OfLoss("-Math.Log(p)"));

    [Theory]
    [InlineData("[|MathF|].Exp((float)p)", "Math.Exp((float)p)")]
    [InlineData("[|MathF.Exp|]((float)p)", "Math.Exp((float)p)")]
    [InlineData("[|MathF.Exp((float)p)|]", "Math.Exp((float)p)")]
    [InlineData("p * /* pi */ [|MathF.PI|]", "p * /* pi */ Math.PI")]
    [InlineData("[|System.MathF.Exp((float)p)|]", "System.Math.Exp((float)p)")]
    [InlineData("[|global::System.MathF|].Exp((float)p)", "global::System.Math.Exp((float)p)")]
    [InlineData("[|MathF.Exp(MathF.Log((float)p))|]", "Math.Exp(MathF.Log((float)p))")]
    public Task MathF_becomes_Math(string marked, string expected) => Fixes(marked, expected, "");

    [Theory]
    [InlineData("public static class Math { }")]
    [InlineData("private const double Math = 1;")]
    public Task Another_Math_is_not_meant(string member) => Fixes("[|MathF.Exp((float)p)|]", "global::System.Math.Exp((float)p)", member);

    [Fact]
    public async Task Every_MathF_of_a_term_becomes_Math_at_once()
    {
        FixedFile file = await FixedFile.OfMarks(Term("[|MathF.Exp|]([|MathF|].Log((float)p)) + [|System.MathF.PI|]"), "LOSS037");
        (await file.After(await file.FixAll(_fix))).ShouldBe(Term("Math.Exp(Math.Log((float)p)) + System.Math.PI"));
    }

    [Fact]
    public async Task A_function_without_its_class_is_left_to_the_author()
    {
        FixedFile file = await FixedFile.OfMarks("using static System.MathF;\n" + Term("[|Exp((float)p)|]"), "LOSS037");
        (await file.Offered(_fix, file.Diagnostics[0])).ShouldBeEmpty();
    }

    private async Task Fixes(string marked, string expected, string member)
    {
        FixedFile file = await FixedFile.OfMarks(Term(marked, member), "LOSS037");
        CodeAction action = (await file.Offered(_fix, file.Diagnostics.ShouldHaveSingleItem())).ShouldHaveSingleItem();
        action.Title.ShouldBe("Use Math");
        (await file.After(action)).ShouldBe(Term(expected, member));
    }

    private static string OfLoss(string expression) =>
        "using System;\nusing LossGen;\n\npublic static partial class Losses\n{\n    [Loss] [Positive(nameof(F))] [Negative]\n"
        + "    public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n\n"
        + "    private static double F(double p) => " + expression + ";\n}\n";

    private static string Term(string expression, string member = "") =>
        "using System;\n\npublic static partial class Losses\n{\n    " + member + "\n    private static double F(double p) => " + expression + ";\n}\n";
}
