using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public class HyperparameterTests
{
    private const string Outputs = "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient";

    [Theory]
    [InlineData("positiveWeight", Side.Positive, HyperparameterProperty.Weight)]
    [InlineData("positiveGamma", Side.Positive, HyperparameterProperty.Gamma)]
    [InlineData("positiveShift", Side.Positive, HyperparameterProperty.Shift)]
    [InlineData("positivePoly", Side.Positive, HyperparameterProperty.Poly)]
    [InlineData("negativeWeight", Side.Negative, HyperparameterProperty.Weight)]
    [InlineData("negativeGamma", Side.Negative, HyperparameterProperty.Gamma)]
    [InlineData("negativeShift", Side.Negative, HyperparameterProperty.Shift)]
    [InlineData("negativePoly", Side.Negative, HyperparameterProperty.Poly)]
    internal void A_hyperparameter_is_known_by_its_name(string name, Side side, HyperparameterProperty property)
    {
        LossParameter value = Parse($"float {name}").Parameters[3];
        value.Role.ShouldBe(ParameterRole.Hyperparameter);
        value.Element.ShouldBe(ElementType.Single);
        value.Hyperparameter.ShouldBe(new Hyperparameter(name, property, side, IsPerClass: false));

        LossParameter perClass = Parse($"ReadOnlySpan<float> {name}").Parameters[3];
        perClass.Hyperparameter.ShouldBe(new Hyperparameter(name, property, side, IsPerClass: true));
    }

    [Fact]
    public void Hyperparameters_are_numbered_in_the_order_of_the_signature() =>
        Parse("float negativeGamma, float gradientScale, ReadOnlySpan<float> positiveWeight, float positiveGamma")
            .HyperparameterNames.ShouldBe(["negativeGamma", "positiveWeight", "positiveGamma"]);

    [Fact]
    public void The_gradient_scale_is_a_number_and_no_hyperparameter()
    {
        LossParameter scale = Parse("float gradientScale").Parameters[3];
        (scale.Role, scale.Element, scale.Hyperparameter).ShouldBe((ParameterRole.GradientScale, ElementType.Single, null));
    }

    [Fact]
    public void A_gamma_at_run_time_is_a_focus_to_detach() => GeneratorRun.Of(SourceFile.OfMembers(
        $"[Loss] [Positive(DetachFocus = true)] [Negative] public static partial float F({Outputs}, float positiveGamma);")).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Other_properties_may_stay_in_the_attribute() => GeneratorRun.Of(SourceFile.OfMembers(
        $"[Loss] [Positive(Gamma = 2, Shift = 0.1)] [Negative(Gamma = 1)] public static partial float F({Outputs}, float positiveWeight, float negativeShift);"))
        .Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Weight_and_shift_go_with_a_term_method() => GeneratorRun.Of(SourceFile.OfMembers(
        $"[Loss] [Positive] [Negative(nameof(Hill))] public static partial float F({Outputs}, float negativeWeight, float negativeShift);"
        + "private static double Hill(double p) => (1.5 - p) * p * p;")).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Without_its_attribute_a_hyperparameter_has_no_term() => GeneratorRun.Of(SourceFile.OfMembers(
        $"[Loss] [Negative] public static partial float F({Outputs}, float positiveGamma);"))
        .Diagnostics.Select(diagnostic => diagnostic.Id).ShouldBe(["LOSS017"]);

    private static MethodSignature Parse(string more) =>
        ParsedModel.OfMembers($"{ParsedModel.Terms} public static partial float F({Outputs}, {more});").Signature;
}
