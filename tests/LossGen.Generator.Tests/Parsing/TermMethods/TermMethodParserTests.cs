using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing.TermMethods;

// Microsoft.CodeAnalysis and the runtime library have types of these names.
using LossConfiguration = LossGen.Generator.Parsing.LossConfiguration;
using OutputKind = LossGen.Generator.Algebra.OutputKind;

/// <summary>Which method an attribute names, and what its parameters stand for.</summary>
public class TermMethodParserTests
{
    private const string Loss = "public static partial float L(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n";

    [Fact]
    public void Parameters_are_known_by_their_names_in_any_order()
    {
        CustomTerm term = Parse("[Loss] [Term(nameof(F))] " + Loss + "static double F(double y, double z, double p) => y * z - p;").Term.ShouldNotBeNull();
        term.Method.ShouldBe("F");
        term.Arguments.Select(argument => argument.Kind).ShouldBe([TermArgumentKind.Target, TermArgumentKind.Logit, TermArgumentKind.Probability]);
        Listing.Of(term.Graph, OutputKind.Term).ShouldBe("Subtract(Multiply(Target, Logit), Probability)");
    }

    [Fact]
    public void A_parameter_that_the_loss_does_not_have_is_its_default_value()
    {
        CustomTerm term = Parse("[Loss] [Positive] [Negative(nameof(F), Weight = 2, Shift = 0.1)] " + Loss + "static double F(double p, double c = 1.5) => c - p;")
            .Negative.Custom.ShouldNotBeNull();
        term.Arguments.Select(argument => (argument.Name, argument.Kind)).ShouldBe([("p", TermArgumentKind.Probability), ("c", TermArgumentKind.Default)]);
        Listing.Of(term.Graph, OutputKind.Term).ShouldBe("Subtract(1.5, Probability)");
    }

    [Fact]
    public void Any_other_parameter_is_the_hyperparameter_of_that_name()
    {
        CustomTerm term = Parse("[Loss] [Positive(nameof(F))] [Negative] " + Loss.Replace("targets)", "targets, ReadOnlySpan<float> r, float q)") + "static double F(double q, double p, double r = 2) => q * p - r;")
            .Positive.Custom.ShouldNotBeNull();
        term.Arguments.Select(argument => (argument.Kind, argument.Hyperparameter))
            .ShouldBe([(TermArgumentKind.Hyperparameter, 1), (TermArgumentKind.Probability, -1), (TermArgumentKind.Hyperparameter, 0)]);
    }

    [Theory]
    [InlineData("nameof(F)", "F")]
    [InlineData("\"F\"", "F")]
    [InlineData("term: nameof(Losses.F)", "F")]
    [InlineData("nameof(Inner.G)", "global::Losses.Inner.G")]
    [InlineData("nameof(Generic<int>.G)", "global::Losses.Generic<int>.G")]
    [InlineData("nameof(@double)", "@double")]
    public void The_method_is_called_from_the_type_of_the_loss(string argument, string call)
    {
        const string methods = "static double F(double p) => p; static float F(float p) => p; static double @double(double p) => p;"
            + "internal static class Inner { public static double G(double p) => p; } internal static class Generic<T> { public static double G(double p) => p; }";
        Parse($"[Loss] [Positive] [Negative({argument})] " + Loss + methods).Negative.Custom.ShouldNotBeNull().Method.ShouldBe(call);
    }

    [Fact]
    public void A_name_is_looked_up_in_base_types_and_in_the_types_around()
    {
        const string losses = "public class Base { protected static double F(double p) => p; }\n"
            + "public partial class Outer { static double G(double p) => p; public partial class Losses : Base { [Loss] [Positive(\"F\")] [Negative(\"G\")] " + Loss + "} }";
        LossConfiguration configuration = ParsedModel.Of(SourceFile.Of(losses)).Configuration;
        configuration.Positive.Custom.ShouldNotBeNull().Method.ShouldBe("global::Base.F");
        configuration.Negative.Custom.ShouldNotBeNull().Method.ShouldBe("global::Outer.G");
    }

    [Fact]
    public void A_mistake_of_a_term_in_another_file_is_reported_there_and_once_for_all_losses()
    {
        string losses = "[Loss] [Positive(nameof(Terms.F))] [Negative(nameof(Terms.F))] " + Loss;
        GeneratorRun run = GeneratorRun.Of(
            SourceFile.OfMembers(losses + losses.Replace(" L(", " M(")),
            SourceFile.Of("static class Terms { public static double F(double p) => G(p); static double G(double p) => Math.Sin(p); }", "Terms.cs"));
        Diagnostic diagnostic = run.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("LOSS045");
        diagnostic.Location.GetLineSpan().Path.ShouldBe("Terms.cs");
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Where_a_term_is_not_found_its_hyperparameters_are_not_reported() =>
        GeneratorRun.Of(SourceFile.OfMembers("[Loss] [Positive(\"Hill\")] [Negative] " + Loss.Replace("targets)", "targets, float q)")))
            .Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("LOSS030");

    private static LossConfiguration Parse(string members) => ParsedModel.OfMembers(members).Configuration;
}
