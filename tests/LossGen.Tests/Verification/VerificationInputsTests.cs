using System;
using System.Linq;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class VerificationInputsTests
{
    [Fact]
    public void Logits_reach_from_minus_87_to_87_and_close_to_zero()
    {
        float[] logits = VerificationInputs.Create<float>(new()).Input;

        logits.Max().ShouldBeInRange(86.9f, 87);
        logits.Min().ShouldBeInRange(-87, -86.9f);
        logits.Min(MathF.Abs).ShouldBeLessThan(1e-6f);
        logits.Distinct().Count().ShouldBeGreaterThan(8000);
    }

    [Fact]
    public void Probabilities_lie_strictly_between_zero_and_one()
    {
        float[] probabilities = VerificationInputs.Create<float>(new() { Activation = Activation.None }).Input;

        probabilities.ShouldAllBe(p => p > 0 && p < 1);
        probabilities.Min().ShouldBeLessThan(1e-17f);
        probabilities.Max().ShouldBe(MathF.BitDecrement(1));
    }

    [Theory]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.None)]
    public void The_kinks_of_both_terms_lie_between_neighbouring_inputs(Activation activation)
    {
        LossConfiguration configuration = new() { Activation = activation, Positive = new() { Shift = 0.1 }, Negative = new() { Shift = 0.05 } };
        float[] inputs = VerificationInputs.Create<float>(configuration).Input.Distinct().Order().ToArray();

        HasNeighboursAround(activation == Activation.None ? 0.05 : Math.Log(0.05 / 0.95));
        HasNeighboursAround(activation == Activation.None ? 0.9 : Math.Log(0.9 / 0.1));

        void HasNeighboursAround(double kink)
        {
            int above = Array.FindIndex(inputs, input => input > kink);
            MathF.BitIncrement(inputs[above - 1]).ShouldBe(inputs[above]);
        }
    }

    [Fact]
    public void Targets_are_the_same_in_every_type()
    {
        LossArguments<double> arguments = VerificationInputs.Create<double>(new());

        arguments.Targets.Distinct().Order().ShouldBe([0, 0.25, 0.9, 1]);
        arguments.BooleanTargets.ShouldBe(arguments.Targets.Select(target => target > 0.5));
        arguments.ByteTargets.ShouldBe(arguments.Targets.Select(target => target > 0.5 ? (byte)1 : (byte)0));
        VerificationInputs.Create<double>(new() { HardTargets = true }).Targets.Distinct().Order().ShouldBe([0, 1]);
    }
}
