using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading.Tasks;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Threads;

/// <summary>Results are the same bits for every number of threads.</summary>
public sealed class ThreadTests
{
    // a chunk of elements, and the number of elements from which on two threads take part
    private const int Chunk = 6_144;
    private const int Shared = 49_152;

    private static readonly int[] Threads = [2, 3, 7, -1];

    public static TheoryData<int, string> ElementNames => DeclaredLosses.Listed(ThreadLosses.LossVariants);

    public static TheoryData<int, string> RowNames => DeclaredLosses.Listed(RowThreadLosses.LossVariants);

    [Theory]
    [MemberData(nameof(ElementNames))]
    public void Elements_of_any_number(int index, string name)
    {
        int[] lengths =
        [
            0, 1, 383, Chunk - 1, Chunk, Chunk + 1, Shared - 1, Shared, Shared + 1, (9 * Chunk) - 1, 9 * Chunk, (9 * Chunk) + 1,
            (13 * Chunk) + 385, 200_000, (130 * Chunk) + 5,
        ];
        foreach (int n in lengths)
        {
            Run(
                ThreadLosses.LossVariants[index],
                loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Elements<float>(loss.Configuration, n), Threads, $"{name}, {n} elements"),
                loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Elements<double>(loss.Configuration, n), Threads, $"{name}, {n} elements"));
        }
    }

    [Theory]
    [MemberData(nameof(ElementNames))]
    public void Special_logits(int index, string name) => Run(
        ThreadLosses.LossVariants[index],
        loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Elements<float>(loss.Configuration, 100_000, hasSpecials: true), Threads, name),
        loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Elements<double>(loss.Configuration, 100_000, hasSpecials: true), Threads, name));

    [Theory]
    [MemberData(nameof(RowNames))]
    public void Rows_of_any_length(int index, string name)
    {
        foreach ((int rows, int classes) in new[] { (1, 2), (192, 2), (40_000, 2), (5_001, 10), (16_000, 10), (901, 144), (903, 145), (500, 129), (97, 1000), (7, 33_000) })
        {
            string message = $"{name}, {rows} rows of {classes} classes";
            Run(
                RowThreadLosses.LossVariants[index],
                loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Rows<float>(loss.Configuration, rows, classes), Threads, message),
                loss => ThreadBatches.ShouldBeTheSameBits(loss, () => ThreadBatches.Rows<double>(loss.Configuration, rows, classes), Threads, message));
        }
    }

    [Fact]
    public void A_gradient_in_place_of_the_logits()
    {
        (float[] logits, float[] targets) = Batch(200_001);
        float[] gradient = new float[logits.Length];
        float expected = StandardLosses.CrossEntropy(logits, targets, gradient);
        foreach (int threads in Threads)
        {
            float[] inPlace = [.. logits];

            ThreadLosses.CrossEntropy(inPlace, targets, inPlace, threads).ShouldBe(expected);

            inPlace.ShouldBe(gradient);
        }
    }

    [Fact]
    public void A_loss_without_the_parameter_is_the_same_as_on_one_thread()
    {
        (float[] logits, float[] targets) = Batch(150_000);
        float[] gradient = new float[logits.Length];
        float[] other = new float[logits.Length];

        ThreadLosses.CrossEntropy(logits, targets, gradient, 1).ShouldBe(StandardLosses.CrossEntropy(logits, targets, other));

        gradient.ShouldBe(other);
    }

    [Fact]
    public void An_average_of_gradient_norms_is_the_same_after_several_batches()
    {
        (float[] logits, float[] targets) = Batch(120_000);
        float[] weights = RandomBatch.Uniform(5, logits.Length, 0, 1);
        GradientDensity one = new(30, momentum: 0.75);
        GradientDensity several = new(30, momentum: 0.75);
        float[] gradient = new float[logits.Length];
        float[] losses = new float[logits.Length];
        for (int batch = 0; batch < 3; batch++)
        {
            double expected = ThreadLosses.Harmonized(logits, targets, weights, gradient, losses, one, 1);

            ThreadLosses.Harmonized(logits, targets, weights, gradient, losses, several, 4).ShouldBe(expected);

            logits.AsSpan().Reverse();
        }
    }

    [Fact]
    public void Calls_at_the_same_time_from_inside_a_parallel_loop()
    {
        (float[] logits, float[] targets) = Batch(100_000);
        float[] expected = new float[logits.Length];
        float loss = StandardLosses.CrossEntropy(logits, targets, expected);
        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, call =>
        {
            float[] gradient = new float[logits.Length];

            ThreadLosses.CrossEntropy(logits, targets, gradient, (call % 5) + 1).ShouldBe(loss);

            gradient.AsSpan().SequenceEqual(expected).ShouldBeTrue();
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(int.MinValue)]
    public void A_number_that_is_none_is_refused_before_anything_is_written(int threads)
    {
        foreach (LossVariant variant in ThreadLosses.LossVariants.Concat(RowThreadLosses.LossVariants))
        {
            Run(variant, loss => ShouldRefuse(loss, Create<float>(loss.Configuration), threads), loss => ShouldRefuse(loss, Create<double>(loss.Configuration), threads));
        }

        static LossArguments<T> Create<T>(LossConfiguration configuration)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            configuration.Activation == Activation.Softmax ? ThreadBatches.Rows<T>(configuration, 6_000, 10) : ThreadBatches.Elements<T>(configuration, 60_000);
    }

    private static void ShouldRefuse<T>(LossVariant<T> loss, LossArguments<T> arguments, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        arguments.MaxDegreeOfParallelism = threads;

        ArgumentOutOfRangeException refusal = Should.Throw<ArgumentOutOfRangeException>(() => loss.Invoke(arguments));

        refusal.ParamName.ShouldBe("maxDegreeOfParallelism", loss.Name);
        refusal.ActualValue.ShouldBe(threads);
        arguments.Gradient.Concat(arguments.Hessian).Concat(arguments.Losses).Distinct().ShouldBe([T.Zero]);
        (arguments.Density?.Averages ?? []).ShouldAllBe(average => average == 0);
    }

    private static void Run(LossVariant variant, Action<LossVariant<float>> inSingle, Action<LossVariant<double>> inDouble)
    {
        if (variant is LossVariant<float> single)
        {
            inSingle(single);
        }
        else
        {
            inDouble((LossVariant<double>)variant);
        }
    }

    private static (float[] Logits, float[] Targets) Batch(int n) => (RandomBatch.Uniform(3, n, -8, 8), RandomBatch.Uniform(4, n, 0, 1));
}
