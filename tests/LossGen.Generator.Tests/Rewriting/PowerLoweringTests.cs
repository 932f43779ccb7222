using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Rewriting;

public class PowerLoweringTests
{
    [Fact]
    public void No_power_is_left() => Samples.Check(5, sample =>
        new LossModelGraphs(sample.Configuration).Specialised.Nodes.Where(node => node.Op == Op.Power).ShouldBeEmpty(), count: 300);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 3)]
    public void A_whole_power_is_a_few_multiplications(double exponent, int multiplications)
    {
        ExprGraph lowered = Lower(exponent);
        Count(lowered, Op.Multiply).ShouldBe(multiplications);
        (Count(lowered, Op.SquareRoot) + Count(lowered, Op.PowerOfPair) + Count(lowered, Op.PowerOfSigmoid)).ShouldBe(0);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 1)]
    [InlineData(2.5, 2)]
    public void A_half_integer_power_has_one_square_root_and_no_exponential(double exponent, int multiplications)
    {
        ExprGraph lowered = Lower(exponent);
        Count(lowered, Op.SquareRoot).ShouldBe(1);
        (Count(lowered, Op.PowerOfPair) + Count(lowered, Op.PowerOfSigmoid)).ShouldBe(0);
        Count(lowered, Op.Multiply).ShouldBe(multiplications);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(2.3)]
    public void A_general_power_has_one_exponential(double exponent)
    {
        ExprGraph lowered = Lower(exponent);
        (Count(lowered, Op.PowerOfPair) + Count(lowered, Op.PowerOfSigmoid)).ShouldBe(1);
        Count(lowered, Op.SquareRoot).ShouldBe(0);
    }

    [Fact]
    public void A_large_power_is_one_exponential_and_no_multiplications()
    {
        ExprGraph lowered = Lower(1e10);
        Count(lowered, Op.PowerOfPair).ShouldBe(1);
        Count(lowered, Op.Multiply).ShouldBe(0);
    }

    [Theory]
    [InlineData(-2.3)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(2.3)]
    [InlineData(3.5)]
    [InlineData(8.0)]
    public void The_lowered_power_is_the_power(double exponent)
    {
        ExprGraph lowered = Lower(exponent);
        foreach (double z in new[] { -3.0, -0.1, 0, 4 })
        {
            double expected = Math.Pow(LossMath.Sigmoid(z), exponent);
            Evaluate(lowered, z).ShouldBe(expected, 1e-14 * expected);
        }
    }

    [Fact]
    public void Powers_of_a_shifted_probability_are_not_flushed() =>
        Count(new LossModelGraphs(Published.All["asymmetric"], ScalarType.Single).Specialised, Op.Less).ShouldBe(0);

    // Between x and x^1.5 are 8 digits where x^1.5 is flushed.
    [Fact]
    public void Flushing_whole_and_half_integer_powers_is_not_seen_in_single_precision() => Samples.Check(87, sample =>
    {
        LossConfiguration configuration = sample.Configuration with
        {
            Activation = Activation.Sigmoid,
            Reduction = Reduction.Sum,
            Positive = ToHalfInteger(sample.Configuration.Positive),
            Negative = ToHalfInteger(sample.Configuration.Negative),
        };
        sample = sample with { Configuration = configuration };
        ExprGraph graph = new LossModelGraphs(configuration, ScalarType.Single).Specialised;
        IReadOnlyDictionary<OutputKind, double> outputs = Evaluator.Evaluate(graph, Leaves.Of(sample));
        HyperDual reference = sample.Reference;
        ShouldAgree(outputs[OutputKind.Loss], reference.Value, "loss");
        ShouldAgree(outputs[OutputKind.Gradient], reference.First, "gradient");
        ShouldAgree(outputs[OutputKind.Hessian], reference.Second, "hessian");
    });

    private static TermConfiguration ToHalfInteger(TermConfiguration term) => term with { Gamma = Math.Round(2 * term.Gamma) / 2 };

    private static void ShouldAgree(double actual, Conditioned expected, string what)
    {
        if (!(expected.Magnitude <= float.MaxValue))
        {
            return;
        }

        const double smallestNormal = 1.1754943508222875e-38;
        const double halfUlp = 6e-8;
        double magnitude = Math.Max(expected.Magnitude, smallestNormal / halfUlp);
        actual.ShouldBeClose(expected with { Sensitivity = magnitude }, halfUlp, what);
    }

    private static ExprGraph Lower(double exponent)
    {
        ExprBuilder builder = new();
        ExprGraph graph = builder.Build([(OutputKind.Loss, Power(Sigmoid(builder.Add(Op.Logit)), exponent))]);
        return PowerLowering.Run(graph);
    }

    private static int Count(ExprGraph graph, Op op) => graph.Nodes.Count(node => node.Op == op);

    private static double Evaluate(ExprGraph graph, double z) => Evaluator.Evaluate(graph, Leaves.Of(z, 0))[OutputKind.Loss];
}
