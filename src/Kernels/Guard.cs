using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Refuses arguments that do not fit together, before anything is written.</summary>
internal static class Guard
{
    /// <summary>Checks the lengths of all roles that the kernel has, and that no output disturbs another argument.</summary>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public static void Check<TKernel, T, TTarget>(in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        int n = batch.Input.Length;
        CheckLength("targets", batch.Targets.Length, TKernel.InputName, n);
        if (Has<TKernel, T, TTarget>(LossRoles.Weights))
        {
            CheckLength("weights", batch.Weights.Length, TKernel.InputName, n);
        }

        CheckPerClass<TKernel, T, TTarget>(in batch);
        if (Has<TKernel, T, TTarget>(LossRoles.Gradient))
        {
            CheckLength("gradient", batch.Gradient.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("gradient", batch.Gradient, in batch);
        }

        if (Has<TKernel, T, TTarget>(LossRoles.Hessian))
        {
            CheckLength("hessian", batch.Hessian.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("hessian", batch.Hessian, in batch);
            CheckApart<TKernel, T, TTarget>("hessian", batch.Hessian, LossRoles.Gradient, "gradient", batch.Gradient);
        }

        if (Has<TKernel, T, TTarget>(LossRoles.Losses))
        {
            CheckLength("losses", batch.Losses.Length, TKernel.InputName, n);
            CheckOutput<TKernel, T, TTarget>("losses", batch.Losses, in batch);
            CheckApart<TKernel, T, TTarget>("losses", batch.Losses, LossRoles.Gradient, "gradient", batch.Gradient);
            CheckApart<TKernel, T, TTarget>("losses", batch.Losses, LossRoles.Hessian, "hessian", batch.Hessian);
        }
    }

    private static bool Has<TKernel, T, TTarget>(LossRoles role)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged => (TKernel.Roles & role) != 0;

    private static void CheckLength(string name, int length, string otherName, int otherLength)
    {
        if (length != otherLength)
        {
            throw new ArgumentException($"{name} has length {length} but {otherName} has length {otherLength}", name);
        }
    }

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
            CheckLength(batch.PerClass[k].Name, batch.PerClass[k].Values.Length, first.Name, first.Values.Length);
        }
    }

    // A kernel loads a group of elements before it stores the group's results, and groups go upwards. So an output may
    // replace an input that is read element by element, but not one that is read again: values per class.
    private static void CheckOutput<TKernel, T, TTarget>(string name, ReadOnlySpan<T> output, in ElementwiseBatch<T, TTarget> batch)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        CheckSameOrApart(name, output, TKernel.InputName, batch.Input);
        CheckSameOrApart(name, output, "targets", batch.Targets);
        if (Has<TKernel, T, TTarget>(LossRoles.Weights))
        {
            CheckSameOrApart(name, output, "weights", batch.Weights);
        }

        CheckApart<TKernel, T, TTarget>(name, output, LossRoles.ClassWeights, "classWeights", batch.ClassWeights);
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            CheckApart(name, output, batch.PerClass[k].Name, batch.PerClass[k].Values);
        }
    }

    private static void CheckSameOrApart<TOutput, TInput>(string name, ReadOnlySpan<TOutput> output, string inputName, ReadOnlySpan<TInput> input)
    {
        bool same = typeof(TOutput) == typeof(TInput) && Distance(output, input) == 0;
        if (!same && Overlap(output, input))
        {
            throw new ArgumentException($"{name} partly overlaps {inputName}: it must be the same memory or memory apart", name);
        }
    }

    private static void CheckApart<TKernel, T, TTarget>(string name, ReadOnlySpan<T> output, LossRoles role, string otherName, ReadOnlySpan<T> other)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        if (Has<TKernel, T, TTarget>(role))
        {
            CheckApart(name, output, otherName, other);
        }
    }

    private static void CheckApart<T>(string name, ReadOnlySpan<T> output, string otherName, ReadOnlySpan<T> other)
    {
        if (Overlap(output, other))
        {
            throw new ArgumentException($"{name} overlaps {otherName}: it must be memory apart", name);
        }
    }

    // MemoryExtensions.Overlaps compares spans of one type only, and the targets may be bytes
    private static bool Overlap<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second)
    {
        nint distance = Distance(first, second);
        return (nuint)distance < (nuint)first.Length * (nuint)Unsafe.SizeOf<TFirst>()
            || (nuint)(-distance) < (nuint)second.Length * (nuint)Unsafe.SizeOf<TSecond>();
    }

    private static nint Distance<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second) =>
        Unsafe.ByteOffset(
            ref Unsafe.As<TFirst, byte>(ref MemoryMarshal.GetReference(first)),
            ref Unsafe.As<TSecond, byte>(ref MemoryMarshal.GetReference(second)));

    [DoesNotReturn]
    private static void ThrowIndivisible(string name, int length, string inputName, int n) =>
        throw new ArgumentException($"{name} has length {length}, which does not divide the length {n} of {inputName}", name);
}
