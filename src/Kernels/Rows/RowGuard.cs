using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Refuses arguments of a loss over rows that do not fit together, before anything is written.</summary>
internal static class RowGuard
{
    /// <summary>
    /// Checks the lengths of all roles that the kernel has, that every label is a class or marks its row as absent, and that no
    /// output disturbs another argument.
    /// </summary>
    /// <returns>The number of rows and of classes.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class, or there are fewer than two classes, or the number of threads is none.</exception>
    public static RowShape Check<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (Has<TKernel, TTerm>(LossRoles.MaxDegreeOfParallelism))
        {
            DegreeOfParallelism.Check(batch.MaxDegreeOfParallelism);
        }

        RowShape shape = TKernel.HasLabels
            ? RowShapeGuard.OfLabels(TKernel.InputName, batch.Input.Length, batch.Labels.Length, batch.ClassCount)
            : RowShapeGuard.OfClassCount(TKernel.InputName, batch.Input.Length, batch.ClassCount);
        CheckInputs<TKernel, T, TTerm, TLabel>(in batch, shape);
        CheckOutputLengths<TKernel, T, TTerm, TLabel>(in batch, shape);
        if (shape.Rows != 0)
        {
            CheckOverlaps<TKernel, T, TTerm, TLabel>(in batch);
        }

        if (TKernel.HasLabels)
        {
            CheckLabels(batch.Labels, shape.Classes, TKernel.IgnoreLabel);
        }

        return shape;
    }

    private static void CheckInputs<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        if (!TKernel.HasLabels)
        {
            SpanGuard.CheckLength("targets", batch.Targets.Length, TKernel.InputName, batch.Input.Length);
        }

        if (Has<TKernel, TTerm>(LossRoles.Weights))
        {
            RowShapeGuard.CheckPerRow("weights", batch.Weights.Length, TKernel.InputName, shape);
        }

        if (Has<TKernel, TTerm>(LossRoles.ClassWeights))
        {
            RowShapeGuard.CheckPerClass("classWeights", batch.ClassWeights.Length, TKernel.InputName, shape);
        }

        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            RowShapeGuard.CheckPerClass(batch.PerClass[k].Name, batch.PerClass[k].Values.Length, TKernel.InputName, shape);
        }
    }

    private static void CheckOutputLengths<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch, RowShape shape)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        if (Has<TKernel, TTerm>(LossRoles.Gradient))
        {
            SpanGuard.CheckLength("gradient", batch.Gradient.Length, TKernel.InputName, batch.Input.Length);
        }

        if (Has<TKernel, TTerm>(LossRoles.Hessian))
        {
            SpanGuard.CheckLength("hessian", batch.Hessian.Length, TKernel.InputName, batch.Input.Length);
        }

        if (Has<TKernel, TTerm>(LossRoles.Losses))
        {
            RowShapeGuard.CheckPerRow("losses", batch.Losses.Length, TKernel.InputName, shape);
        }
    }

    // Derivatives of a part of a row are written when that part of logits and targets was read for the last time, the loss of a
    // row when its weight was.
    private static void CheckOverlaps<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        if (Has<TKernel, TTerm>(LossRoles.Gradient))
        {
            CheckDerivative<TKernel, T, TTerm, TLabel>("gradient", batch.Gradient, in batch);
        }

        if (Has<TKernel, TTerm>(LossRoles.Hessian))
        {
            CheckDerivative<TKernel, T, TTerm, TLabel>("hessian", batch.Hessian, in batch);
            CheckApart<TKernel, T, TTerm>("hessian", batch.Hessian, LossRoles.Gradient, "gradient", batch.Gradient);
        }

        if (Has<TKernel, TTerm>(LossRoles.Losses))
        {
            CheckLosses<TKernel, T, TTerm, TLabel>(in batch);
        }
    }

    private static void CheckDerivative<TKernel, T, TTerm, TLabel>(string name, ReadOnlySpan<T> output, in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        SpanGuard.CheckSameOrApart(name, output, TKernel.InputName, batch.Input);
        if (!TKernel.HasLabels)
        {
            SpanGuard.CheckSameOrApart(name, output, "targets", batch.Targets);
        }

        CheckApart<TKernel, T, TTerm>(name, output, LossRoles.Weights, "weights", batch.Weights);
        CheckReadAgain<TKernel, T, TTerm, TLabel>(name, output, in batch);
    }

    private static void CheckLosses<TKernel, T, TTerm, TLabel>(in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        SpanGuard.CheckApart<T, T>("losses", batch.Losses, TKernel.InputName, batch.Input);
        if (!TKernel.HasLabels)
        {
            SpanGuard.CheckApart<T, T>("losses", batch.Losses, "targets", batch.Targets);
        }

        if (Has<TKernel, TTerm>(LossRoles.Weights))
        {
            SpanGuard.CheckSameOrApart<T, T>("losses", batch.Losses, "weights", batch.Weights);
        }

        CheckReadAgain<TKernel, T, TTerm, TLabel>("losses", batch.Losses, in batch);
        CheckApart<TKernel, T, TTerm>("losses", batch.Losses, LossRoles.Gradient, "gradient", batch.Gradient);
        CheckApart<TKernel, T, TTerm>("losses", batch.Losses, LossRoles.Hessian, "hessian", batch.Hessian);
    }

    private static void CheckReadAgain<TKernel, T, TTerm, TLabel>(string name, ReadOnlySpan<T> output, in RowBatch<T, TLabel> batch)
        where TKernel : struct, IRowKernel<TTerm>
        where T : unmanaged
        where TTerm : unmanaged
        where TLabel : unmanaged
    {
        if (TKernel.HasLabels)
        {
            SpanGuard.CheckApart(name, output, "labels", batch.Labels);
        }

        CheckApart<TKernel, T, TTerm>(name, output, LossRoles.ClassWeights, "classWeights", batch.ClassWeights);
        for (int k = 0; k < TKernel.PerClassCount; k++)
        {
            SpanGuard.CheckApart(name, output, batch.PerClass[k].Name, batch.PerClass[k].Values);
        }
    }

    private static void CheckApart<TKernel, T, TTerm>(string name, ReadOnlySpan<T> output, LossRoles role, string otherName, ReadOnlySpan<T> other)
        where TKernel : struct, IRowKernel<TTerm>
        where TTerm : unmanaged
    {
        if (Has<TKernel, TTerm>(role))
        {
            SpanGuard.CheckApart(name, output, otherName, other);
        }
    }

    // a negative label is a large unsigned number
    private static void CheckLabels<TLabel>(ReadOnlySpan<TLabel> labels, int classes, long ignoreLabel)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(TLabel) == typeof(int) && ClassLabels.AreClasses(MemoryMarshal.Cast<TLabel, int>(labels), classes))
        {
            return;
        }

        for (int row = 0; row < labels.Length; row++)
        {
            long label = long.CreateTruncating(labels[row]);
            if ((ulong)label >= (ulong)classes && label != ignoreLabel)
            {
                throw new ArgumentOutOfRangeException(
                    "labels",
                    label,
                    $"labels[{row}] is {label}, which is none of the {classes} classes and not {ignoreLabel}, the label of a row that does not count");
            }
        }
    }

    private static bool Has<TKernel, TTerm>(LossRoles role)
        where TKernel : struct, IRowKernel<TTerm>
        where TTerm : unmanaged => (TKernel.Roles & role) != 0;
}
