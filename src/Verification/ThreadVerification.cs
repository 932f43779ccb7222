using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>Compares the results of several threads with those of one, bit for bit.</summary>
internal static class ThreadVerification
{
    private const int LargestNumber = 4;

    // as many elements as keep that number of threads busy
    private const int Length = LargestNumber * DegreeOfParallelism.LeastShare;

    // rows of which several are computed at a time, and longer ones
    private static readonly int[] ClassCounts = [10, 200];

    /// <summary>A number of threads on which a loss gives other bits than on one; null where there is none.</summary>
    public static int? Find<T>(LossConfiguration configuration, LossInvocation<T> invoke)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IEnumerable<Func<LossArguments<T>>> batches = configuration.Activation == Activation.Softmax
            ? ClassCounts.Select<int, Func<LossArguments<T>>>(classCount => () => RowInputs.Create<T>(configuration, classCount, Length / classCount, setting: 0))
            : [() => VerificationInputs.Create<T>(configuration, setting: 0, Length)];
        return batches.Select(create => Find(invoke, create)).FirstOrDefault(threads => threads is not null);
    }

    // each number of threads has arguments of its own: a call changes the density of gradient norms
    private static int? Find<T>(LossInvocation<T> invoke, Func<LossArguments<T>> create)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[][] expected = Run(1);
        for (int threads = 2; threads <= LargestNumber; threads++)
        {
            if (Run(threads).Zip(expected).Any(pair => !pair.First.AsSpan().SequenceEqual(pair.Second)))
            {
                return threads;
            }
        }

        return null;

        byte[][] Run(int threads)
        {
            LossArguments<T> arguments = create();
            arguments.MaxDegreeOfParallelism = threads;
            return [.. Bits(invoke(arguments), arguments)];
        }
    }

    private static IEnumerable<byte[]> Bits<T>(double value, LossArguments<T> arguments)
        where T : unmanaged
    {
        double[] sums = new double[1 + ProbabilityStatistics.Length];
        sums[0] = value;
        arguments.Statistics.CopyTo(sums.AsSpan(1));
        yield return MemoryMarshal.AsBytes(sums.AsSpan()).ToArray();
        foreach (T[] output in new[] { arguments.Losses, arguments.Gradient, arguments.Hessian })
        {
            yield return MemoryMarshal.AsBytes(output.AsSpan()).ToArray();
        }
    }
}
