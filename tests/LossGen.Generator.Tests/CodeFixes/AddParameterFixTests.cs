using System.Threading.Tasks;
using LossGen.CodeFixes;
using Microsoft.CodeAnalysis.CodeActions;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public class AddParameterFixTests
{
    private readonly AddParameterFix _fix = new();

    [Theory]
    [InlineData("[Loss]", "float F(ReadOnlySpan<float> targets)", "ReadOnlySpan<float> logits", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)")]
    [InlineData("[Loss]", "double F(ReadOnlySpan<bool> targets, Span<double> gradient)", "ReadOnlySpan<double> logits", "double F(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, Span<double> gradient)")]
    [InlineData("[Loss]", "float F(this ReadOnlySpan<byte> targets)", "ReadOnlySpan<float> logits", "float F(this ReadOnlySpan<byte> targets, ReadOnlySpan<float> logits)")]
    [InlineData("[Loss(Activation.None)]", "float F(ReadOnlySpan<float> targets)", "ReadOnlySpan<float> probabilities", "float F(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets)")]
    [InlineData("[Loss]", "float F(ReadOnlySpan<float> logits, Span<float> gradient)", "ReadOnlySpan<float> targets", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)")]
    [InlineData("[Loss]", "double F(ReadOnlySpan<double> logits)", "ReadOnlySpan<double> targets", "double F(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets)")]
    public Task The_input_and_the_targets_are_added(string loss, string signature, string parameter, string expected) => _fix.ShouldBecome(
        File("using System;\n", loss, signature), $"Add the parameter '{parameter}'", File("using System;\n", loss, expected));

    [Fact]
    public Task Input_and_targets_are_added_at_once() => _fix.ShouldBecomeAtOnce(
        File("using System;\n", "[Loss]", "float F(Span<float> gradient)"),
        2,
        File("using System;\n", "[Loss]", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)"));

    [Fact]
    public Task Without_a_using_directive_the_type_is_qualified() => _fix.ShouldBecome(
        File("", "[Loss]", "float F(System.ReadOnlySpan<float> logits)"),
        "Add the parameter 'ReadOnlySpan<float> targets'",
        File("", "[Loss]", "float F(System.ReadOnlySpan<float> logits, System.ReadOnlySpan<float> targets)"));

    [Fact]
    public Task The_hyperparameter_that_the_generator_misses_is_added() => _fix.ShouldBecome(
        OfTerms("[Positive(nameof(Hill))] [Negative]", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)"),
        "Add the parameter 'float slope'",
        OfTerms("[Positive(nameof(Hill))] [Negative]", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float slope)"));

    [Theory]
    [InlineData("float", "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)")]
    [InlineData("double", "double F(ReadOnlySpan<bool> targets, ReadOnlySpan<double> probabilities)")]
    public async Task A_hyperparameter_is_added_at_the_end(string type, string signature)
    {
        FixedFile file = await FixedFile.OfMarks(OfTerms("[Positive([|nameof(Hill)|])] [Negative]", signature), "LOSS032", "slope");
        CodeAction action = (await file.Offered(_fix, file.Diagnostics[0])).ShouldHaveSingleItem();
        action.Title.ShouldBe($"Add the parameter '{type} slope'");
        (await file.After(action)).ShouldBe(OfTerms("[Positive(nameof(Hill))] [Negative]", signature.Replace(")", $", {type} slope)")));
    }

    [Fact]
    public async Task A_hyperparameter_of_both_terms_is_added_once()
    {
        FixedFile file = await FixedFile.OfMarks(
            OfTerms("[Positive([|nameof(Hill)|])] [Negative([|nameof(Hill)|])] [Term([|nameof(Hill)|])]", "float F(ReadOnlySpan<float> logits)"),
            "LOSS032", "slope", "slope", "shift");
        (await file.After(await file.FixAll(_fix))).ShouldBe(
            OfTerms("[Positive(nameof(Hill))] [Negative(nameof(Hill))] [Term(nameof(Hill))]", "float F(ReadOnlySpan<float> logits, float slope, float shift)"));
    }

    [Fact]
    public async Task Without_the_name_of_the_parameter_nothing_is_offered()
    {
        FixedFile file = await FixedFile.OfMarks(OfTerms("[Positive([|nameof(Hill)|])]", "float F(ReadOnlySpan<float> logits)"), "LOSS032");
        (await file.Offered(_fix, file.Diagnostics[0])).ShouldBeEmpty();
    }

    private static string File(string usings, string loss, string signature) =>
        usings + "using LossGen;\n\npublic static partial class Losses\n{\n    " + loss + " [Positive] [Negative]\n    public static partial " + signature + ";\n}\n";

    private static string OfTerms(string terms, string signature) =>
        "using System;\nusing LossGen;\n\npublic static partial class Losses\n{\n    [Loss] " + terms + "\n    public static partial " + signature
        + ";\n\n    private static double Hill(double p, double slope) => slope * p;\n}\n";
}
