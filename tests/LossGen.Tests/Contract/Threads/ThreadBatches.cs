using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;

namespace LossGen.Tests.Contract.Threads;

/// <summary>Batches of any length with special logits among the others, and the comparison of results bit for bit.</summary>
internal static class ThreadBatches
{
    private const int Divisor = 5;

    /// <summary>Elements, with one class where their number is no multiple of five.</summary>
    public static LossArguments<T> Elements<T>(LossConfiguration configuration, int n, bool hasSpecials = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(n);
        int classes = n % Divisor == 0 ? Divisor : 1;
        double[][] hyperparameters = [.. configuration.Hyperparameters.Select(_ => Enumerable.Range(0, classes).Select(j => 0.5 + j).ToArray())];
        T[] targets = Fill(n, _ => random.NextDouble());
        LossArguments<T> arguments = new()
        {
            Input = Fill(n, i => Input(configuration, random, i, hasSpecials)),
            Targets = targets,
            BooleanTargets = Array.ConvertAll(targets, y => y > T.CreateTruncating(0.5)),
            ByteTargets = Array.ConvertAll(targets, y => y > T.CreateTruncating(0.5) ? (byte)1 : (byte)0),
            Weights = Fill(n, i => i % 7 == 3 ? 0 : random.NextDouble()),
            ClassWeights = Fill(classes, j => 1 + j),
            Hyperparameters = [.. hyperparameters.Select(values => Array.ConvertAll(values, T.CreateTruncating))],
            GradientScale = T.CreateTruncating(3),
            Density = configuration.Harmonizing is { HasDensity: true } harmonizing ? new(harmonizing.Bins, momentum: 0.75) : null,
            Gradient = new T[n],
            Hessian = new T[n],
            Losses = new T[n],
        };
        return arguments;

        static T[] Fill(int length, Func<int, double> value) => [.. Enumerable.Range(0, length).Select(i => T.CreateTruncating(value(i)))];
    }

    /// <summary>Rows of that many classes, some of which are ignored.</summary>
    public static LossArguments<T> Rows<T>(LossConfiguration configuration, int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => RowBatches.Random<T>(configuration, rows, classes, spread: 30, seed: rows + classes);

    /// <summary>What a loss returns and all that it writes.</summary>
    public static byte[] Results<T>(LossVariant<T> loss, LossArguments<T> arguments, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        arguments.MaxDegreeOfParallelism = threads;
        foreach (T[] output in new[] { arguments.Gradient, arguments.Hessian, arguments.Losses })
        {
            output.AsSpan().Fill(T.CreateTruncating(-12345));
        }

        double[] sums = [loss.Invoke(arguments), .. new double[ProbabilityStatistics.Length]];
        arguments.Statistics.CopyTo(sums.AsSpan(1));
        return
        [
            .. MemoryMarshal.AsBytes(sums.AsSpan()),
            .. MemoryMarshal.AsBytes(arguments.Gradient.AsSpan()),
            .. MemoryMarshal.AsBytes(arguments.Hessian.AsSpan()),
            .. MemoryMarshal.AsBytes(arguments.Losses.AsSpan()),
        ];
    }

    /// <summary>Each number of threads gives the bits of one thread. A density is made anew each time.</summary>
    public static void ShouldBeTheSameBits<T>(LossVariant<T> loss, Func<LossArguments<T>> create, IEnumerable<int> threads, string message)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] expected = Results(loss, create(), 1);
        foreach (int number in threads)
        {
            Results(loss, create(), number).AsSpan().SequenceEqual(expected).ShouldBeTrue($"{message}, {number} threads");
        }
    }

    private static double Input(LossConfiguration configuration, Random random, int i, bool hasSpecials)
    {
        if (configuration.Activation == Activation.None)
        {
            return random.NextDouble();
        }

        return (hasSpecials ? i % 1000 : 0) switch
        {
            17 => double.NaN,
            18 => double.PositiveInfinity,
            19 => double.NegativeInfinity,
            20 => -0.0,
            21 => double.MaxValue,
            _ => (16 * random.NextDouble()) - 8,
        };
    }
}
