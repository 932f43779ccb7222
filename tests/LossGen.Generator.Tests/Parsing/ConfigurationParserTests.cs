using LossGen.Generator.Pipeline;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

// The runtime library has types of these names, and its namespace is around this one.
using LossConfiguration = LossGen.Generator.Parsing.LossConfiguration;
using TermConfiguration = LossGen.Generator.Parsing.TermConfiguration;

public class ConfigurationParserTests
{
    private const string Signature = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights);";

    [Fact]
    public void Attributes_without_arguments_are_cross_entropy()
    {
        TermConfiguration term = new(Weight: 1, Gamma: 0, Shift: 0, Poly: default, DetachFocus: false);
        Parse("[Loss] [Positive] [Negative]").ShouldBe(
            new LossConfiguration(Generator.Parsing.Activation.Sigmoid, Generator.Parsing.Reduction.Mean, HardTargets: false, LabelSmoothing: 0, term, term));
    }

    [Fact]
    public void Every_property_of_the_loss_is_read()
    {
        LossConfiguration configuration =
            Parse("[Loss(Reduction = Reduction.WeightedMean, HardTargets = true, LabelSmoothing = 0.1)] [Positive] [Negative]");
        configuration.Activation.ShouldBe(Generator.Parsing.Activation.Sigmoid);
        configuration.Reduction.ShouldBe(Generator.Parsing.Reduction.WeightedMean);
        configuration.HardTargets.ShouldBeTrue();
        configuration.LabelSmoothing.ShouldBe(0.1);
    }

    [Fact]
    public void Every_property_of_a_term_is_read_for_its_side()
    {
        LossConfiguration configuration = Parse(
            "[Loss] [Negative(Gamma = 4, Shift = 0.05)] [Positive(Weight = 0.25, Gamma = 1.5, Poly = new double[] { 1, -0.5 }, DetachFocus = true)]");
        configuration.Positive.ShouldBe(
            new TermConfiguration(Weight: 0.25, Gamma: 1.5, Shift: 0, new EquatableArray<double>([1, -0.5]), DetachFocus: true));
        configuration.Negative.ShouldBe(new TermConfiguration(Weight: 1, Gamma: 4, Shift: 0.05, Poly: default, DetachFocus: false));
    }

    [Theory]
    [InlineData("Activation.None")]
    [InlineData("activation: Activation.None")]
    [InlineData("Activation = Activation.None")]
    [InlineData("Activation.Sigmoid, Activation = Activation.None")]
    public void The_activation_is_an_argument_or_a_property(string argument) =>
        ParsedModel.OfMembers($"[Loss({argument})] [Positive] [Negative] " + Signature.Replace("logits", "probabilities"))
            .Configuration.Activation.ShouldBe(Generator.Parsing.Activation.None);

    [Fact]
    public void Constants_and_aliases_are_read_by_their_values() =>
        ParsedModel.OfMembers("private const double Focus = 1 + 1; [LossAttribute] [PositiveAttribute(Gamma = Focus)] [global::LossGen.Negative] " + Signature)
            .Configuration.Positive.Gamma.ShouldBe(2);

    [Fact]
    public void The_enumerations_mirror_those_of_the_runtime_library()
    {
        System.Enum.GetNames<Generator.Parsing.Activation>().ShouldBe(System.Enum.GetNames<Activation>());
        System.Enum.GetNames<Generator.Parsing.Reduction>().ShouldBe(System.Enum.GetNames<Reduction>());
    }

    private static LossConfiguration Parse(string attributes) => ParsedModel.OfMembers(attributes + Signature).Configuration;
}
