using System;
using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Verification;

namespace LossGen.Tests.Losses;

/// <summary>All that a loss gives for a batch.</summary>
internal sealed record Results<T>(double Value, T[] Gradient, T[] Hessian, T[] Losses)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static Results<T> Of<TTarget>(LossMethod<T, TTarget> method, ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets)
    {
        T[] gradient = new T[logits.Length];
        T[] hessian = new T[logits.Length];
        T[] losses = new T[logits.Length];
        return new(method(logits, targets, gradient, hessian, losses), gradient, hessian, losses);
    }

    /// <summary>Equal bit for bit.</summary>
    public bool IsSame(Results<T> other) =>
        BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value)
        && Same(Gradient, other.Gradient)
        && Same(Hessian, other.Hessian)
        && Same(Losses, other.Losses);

    public static bool Same(ReadOnlySpan<T> a, ReadOnlySpan<T> b) => MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));

    /// <summary>The largest errors of the element there and of those compared before.</summary>
    public void Compare(ElementErrors errors, int index, double logit, double target) =>
        errors.Add(
            logit,
            target,
            double.CreateTruncating(Losses[index]),
            double.CreateTruncating(Gradient[index]),
            double.CreateTruncating(Hessian[index]));
}
