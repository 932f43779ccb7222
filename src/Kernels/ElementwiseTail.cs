using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>
/// The remainder of a block goes through the kernel as one step of its own, padded with zeros, and only its results come back.
/// </summary>
internal static class ElementwiseTail
{
    // the longest step: 192 elements
    private const int Length = 192;

    /// <summary>Computes fewer elements than a step has.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<TKernel, T, TTarget>(scoped in ElementwiseLanes<T, TTarget> lanes, int start, int count, T scale)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out Tail<T> input);
        Unsafe.SkipInit(out Tail<TTarget> targets);
        Unsafe.SkipInit(out Tail<T> weights);
        Unsafe.SkipInit(out Tail<T> gradient);
        Unsafe.SkipInit(out Tail<T> hessian);
        Unsafe.SkipInit(out Tail<T> losses);
        scoped ElementwiseLanes<T, TTarget> padded = default;
        padded.Input = ref Pad(in lanes.Input, start, count, input, TKernel.Step);
        padded.Targets = ref Pad(in lanes.Targets, start, count, targets, TKernel.Step);
        if ((TKernel.Roles & (LossRoles.Weights | LossRoles.ClassWeights)) != 0)
        {
            padded.Weights = ref Pad(in lanes.Weights, start, count, weights, TKernel.Step);
        }

        padded.Scalars = lanes.Scalars;
        Unsafe.SkipInit(out PerClassTail<T> perClass);
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            Pad(in lanes.PerClass(k), start, count, ((Span<T>)perClass).Slice(k * Length, Length), TKernel.Step);
        }

        padded.FirstPerClass = ref perClass[0];
        padded.PerClassStride = Length;

        padded.Gradient = ref gradient[0];
        padded.Hessian = ref hessian[0];
        padded.Losses = ref losses[0];
        Unsafe.SkipInit(out StatisticsTail<T> statistics);
        padded.FirstStatistic = ref statistics[0];
        padded.StatisticsStride = Length;
        TKernel.Run(in padded, (nuint)TKernel.Step, scale);
        if ((TKernel.Roles & LossRoles.Gradient) != 0)
        {
            CopyBack(gradient, ref lanes.Gradient, start, count);
        }

        if ((TKernel.Roles & LossRoles.Hessian) != 0)
        {
            CopyBack(hessian, ref lanes.Hessian, start, count);
        }

        if ((TKernel.Roles & (LossRoles.Losses | LossRoles.Value)) != 0)
        {
            CopyBack(losses, ref lanes.Losses, start, count);
        }

        for (int k = 0; (TKernel.Roles & LossRoles.Statistics) != 0 && k < ProbabilityStatistics.Length; k++)
        {
            CopyBack(((ReadOnlySpan<T>)statistics).Slice(k * Length, count), ref lanes.Statistic(k), start, count);
        }
    }

    private static ref TElement Pad<TElement>(ref readonly TElement source, int start, int count, Span<TElement> buffer, int step)
        where TElement : unmanaged
    {
        MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in source), start), count).CopyTo(buffer);
        buffer[count..step].Clear();
        return ref MemoryMarshal.GetReference(buffer);
    }

    private static void CopyBack<T>(ReadOnlySpan<T> buffer, ref T destination, int start, int count)
        where T : unmanaged => buffer[..count].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, start), count));

    [InlineArray(Length * PerClassHyperparameters<float>.MaxCount)]
    private struct PerClassTail<T>
        where T : unmanaged
    {
        private T element0;
    }

    [InlineArray(Length * ProbabilityStatistics.Length)]
    private struct StatisticsTail<T>
        where T : unmanaged
    {
        private T element0;
    }

    [InlineArray(Length)]
    private struct Tail<T>
        where T : unmanaged
    {
        private T element0;
    }
}
