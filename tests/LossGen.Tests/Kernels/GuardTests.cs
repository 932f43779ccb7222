using System;
using System.Linq;
using System.Runtime.InteropServices;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

public sealed class GuardTests
{
    private const float Canary = 7;

    private readonly float[] memory = Enumerable.Repeat(Canary, 64).ToArray();

    [Theory]
    [InlineData("targets", 3, 4, 2, 4, 4, 4, "targets has length 3 but logits has length 4")]
    [InlineData("weights", 4, 5, 2, 4, 4, 4, "weights has length 5 but logits has length 4")]
    [InlineData("classWeights", 4, 4, 3, 4, 4, 4, "classWeights has length 3, which does not divide the length 4 of logits")]
    [InlineData("classWeights", 4, 4, 0, 4, 4, 4, "classWeights has length 0, which does not divide the length 4 of logits")]
    [InlineData("gradient", 4, 4, 2, 0, 4, 4, "gradient has length 0 but logits has length 4")]
    [InlineData("hessian", 4, 4, 2, 4, 5, 4, "hessian has length 5 but logits has length 4")]
    [InlineData("losses", 4, 4, 2, 4, 4, 1, "losses has length 1 but logits has length 4")]
    public void A_wrong_length_is_named_with_both_lengths_and_nothing_is_written(
        string parameter, int targets, int weights, int classWeights, int gradient, int hessian, int losses, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Evaluate<EveryRole>(new()
        {
            Input = new float[4],
            Targets = new float[targets],
            Weights = new float[weights],
            ClassWeights = new float[classWeights],
            Gradient = memory.AsSpan(0, gradient),
            Hessian = memory.AsSpan(10, hessian),
            Losses = memory.AsSpan(20, losses),
        }));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith(message);
        memory.ShouldAllBe(value => value == Canary);
    }

    [Fact]
    public void Roles_that_the_kernel_lacks_are_not_checked() =>
        Evaluate<ValueOnly>(new() { Input = [3], Targets = [1], Weights = new float[5], Gradient = new float[7] }).ShouldBe(4);

    [Fact]
    public void Nothing_is_wrong_with_nothing() => Evaluate<EveryRole>(default).ShouldBe(0);

    [Theory]
    [InlineData("logits", 1)]
    [InlineData("logits", -1)]
    [InlineData("targets", 3)]
    [InlineData("targets", -3)]
    [InlineData("weights", 1)]
    public void An_output_that_partly_overlaps_an_input_is_refused(string input, int offset)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Evaluate<EveryRole>(new()
        {
            Input = input == "logits" ? memory.AsSpan(8, 4) : new float[4],
            Targets = input == "targets" ? memory.AsSpan(8, 4) : new float[4],
            Weights = input == "weights" ? memory.AsSpan(8, 4) : new float[4],
            ClassWeights = new float[1],
            Gradient = memory.AsSpan(8 + offset, 4),
            Hessian = memory.AsSpan(20, 4),
            Losses = memory.AsSpan(24, 4),
        }));

        exception.ParamName.ShouldBe("gradient");
        exception.Message.ShouldStartWith($"gradient partly overlaps {input}: it must be the same memory or memory apart");
        memory.ShouldAllBe(value => value == Canary);
    }

    [Fact]
    public void Class_weights_are_read_again_so_no_output_may_replace_them()
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Evaluate<EveryRole>(new()
        {
            Input = new float[4],
            Targets = new float[4],
            Weights = new float[4],
            ClassWeights = memory.AsSpan(0, 4),
            Gradient = new float[4],
            Hessian = new float[4],
            Losses = memory.AsSpan(0, 4),
        }));

        exception.ParamName.ShouldBe("losses");
        exception.Message.ShouldStartWith("losses overlaps classWeights: it must be memory apart");
        memory.ShouldAllBe(value => value == Canary);
    }

    [Theory]
    [InlineData(0, 0, 8, "hessian", "gradient")]
    [InlineData(0, 3, 8, "hessian", "gradient")]
    [InlineData(0, 8, 1, "losses", "gradient")]
    [InlineData(8, 0, 0, "losses", "hessian")]
    public void Two_outputs_may_not_share_memory(int gradient, int hessian, int losses, string parameter, string other)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Evaluate<EveryOutput>(new()
        {
            Input = new float[4],
            Targets = new float[4],
            Gradient = memory.AsSpan(gradient, 4),
            Hessian = memory.AsSpan(hessian, 4),
            Losses = memory.AsSpan(losses, 4),
        }));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith($"{parameter} overlaps {other}: it must be memory apart");
        memory.ShouldAllBe(value => value == Canary);
    }

    [Fact]
    public void Byte_targets_inside_an_output_are_refused_even_at_its_start()
    {
        byte[] bytes = new byte[64];

        ArgumentException exception = Should.Throw<ArgumentException>(() => ElementwiseLoss.Evaluate<ByteSquaredErrorKernel, double, byte>(new()
        {
            Input = new double[4],
            Targets = bytes.AsSpan(0, 4),
            Gradient = MemoryMarshal.Cast<byte, double>(bytes.AsSpan(0, 32)),
        }));

        exception.ParamName.ShouldBe("gradient");
        exception.Message.ShouldStartWith("gradient partly overlaps targets");
    }

    [Fact]
    public void The_input_has_the_name_that_the_kernel_gives_it()
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() =>
            ElementwiseLoss.Evaluate<ByteSquaredErrorKernel, double, byte>(new() { Input = new double[4] }));

        exception.Message.ShouldStartWith("targets has length 0 but probabilities has length 4");
    }

    [Fact]
    public void Neighbours_do_not_overlap() => Should.NotThrow(() => Evaluate<EveryOutput>(new()
    {
        Input = memory.AsSpan(0, 4),
        Targets = memory.AsSpan(4, 4),
        Gradient = memory.AsSpan(8, 4),
        Hessian = memory.AsSpan(12, 4),
        Losses = memory.AsSpan(16, 4),
    }));

    private static double Evaluate<TShape>(ElementwiseBatch<float, float> batch)
        where TShape : struct, IKernelShape => ElementwiseLoss.Evaluate<SquaredErrorKernel<TShape>, float, float>(in batch);
}
