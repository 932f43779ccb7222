using System;
using System.Diagnostics.CodeAnalysis;

namespace LossGen.Kernels;

/// <summary>Refuses arguments that do not fit together, before anything is written.</summary>
internal static class Guard
{
    /// <summary>Checks the lengths of all roles that the kernel has, and that no output disturbs another argument.</summary>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is none.</exception>
    public static void Check<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        int n = batch.Input.Length;
        if (Has<TKernel, T, TTarget>(LossRoles.MaxDegreeOfParallelism))
        {
            DegreeOfParallelism.Check(batch.MaxDegreeOfParallelism);
        }

        SpanGuard.CheckLength("targets", batch.Targets.Length, TKernel.InputName, n);
        if (Has<TKernel, T, TTarget>(LossRoles.Weights))
        {
            SpanGuard.CheckLength("weights", batch.Weights.Length, TKernel.InputName, n);
        }

        CheckPerClass<TKernel, T, TTarget>(in batch);
        if (Has<TKernel, T, TTarget>(LossRoles.Gradient))
        {
            SpanGuard.CheckLength("gradient", batch.Gradient.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("gradient", batch.Gradient, in batch);
        }

        if (Has<TKernel, T, TTarget>(LossRoles.Hessian))
        {
            SpanGuard.CheckLength("hessian", batch.Hessian.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("hessian", batch.Hessian, in batch);
            CheckApart<TKernel, T, TTarget>("hessian", batch.Hessian, LossRoles.Gradient, "gradient", batch.Gradient);
        }

        if (Has<TKernel, T, TTarget>(LossRoles.Losses))
        {
            SpanGuard.CheckLength("losses", batch.Losses.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("losses", batch.Losses, in batch);
            CheckApart<TKernel, T, TTarget>("losses", batch.Losses, LossRoles.Gradient, "gradient", batch.Gradient);
            CheckApart<TKernel, T, TTarget>("losses", batch.Losses, LossRoles.Hessian, "hessian", batch.Hessian);
        }
    }

    private static bool Has<TKernel, T, TTarget>(LossRoles role)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged => (TKernel.Roles & role) != 0;

    // As many values as there are classes, whose number divides n: the first of these parameters says how many.
    private static void CheckPerClass<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        bool hasClassWeights = Has<TKernel, T, TTarget>(LossRoles.ClassWeights);
        if (!hasClassWeights && TKernel.PerClassCount == 0)
        {
            return;
        }

        PerClassValues<T> first = hasClassWeights ? new(batch.ClassWeights, "classWeights") : batch.PerClass[0];
        int n = batch.Input.Length;
        if (first.Values.IsEmpty ? n != 0 : n % first.Values.Length != 0)
        {
            ThrowIndivisible(first.Name, first.Values.Length, TKernel.InputName, n);
        }

        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            SpanGuard.CheckLength(batch.PerClass[k].Name, batch.PerClass[k].Values.Length, first.Name, first.Values.Length);
        }
    }

    // A kernel loads a group of elements before it stores the group's results, and groups go upwards. So an output may
    // replace an input that is read element by element, but not one that is read again: values per class.
    private static void CheckOutput<TKernel, T, TTarget>(string name, ReadOnlySpan<T> output, in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        SpanGuard.CheckSameOrApart(name, output, TKernel.InputName, batch.Input);
        SpanGuard.CheckSameOrApart(name, output, "targets", batch.Targets);
        if (Has<TKernel, T, TTarget>(LossRoles.Weights))
        {
            SpanGuard.CheckSameOrApart(name, output, "weights", batch.Weights);
        }

        CheckApart<TKernel, T, TTarget>(name, output, LossRoles.ClassWeights, "classWeights", batch.ClassWeights);
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            SpanGuard.CheckApart(name, output, batch.PerClass[k].Name, batch.PerClass[k].Values);
        }
    }

    private static void CheckApart<TKernel, T, TTarget>(string name, ReadOnlySpan<T> output, LossRoles role, string otherName, ReadOnlySpan<T> other)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        if (Has<TKernel, T, TTarget>(role))
        {
            SpanGuard.CheckApart(name, output, otherName, other);
        }
    }

    [DoesNotReturn]
    private static void ThrowIndivisible(string name, int length, string inputName, int n) =>
        throw new ArgumentException($"{name} has length {length}, which does not divide the length {n} of {inputName}", name);
}
