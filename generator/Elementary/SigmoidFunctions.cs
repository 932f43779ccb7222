using System;
using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>What is the same text in single and in double precision: sigmoid and softplus from e = e^-|x| and l = log(1 + e).</summary>
internal static class SigmoidFunctions
{
    /// <summary>1 / a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Reciprocal<TValue, TArithmetic>(TArithmetic arithmetic, TValue a)
        where TArithmetic : IArithmetic<TValue> =>
        arithmetic.Divide(arithmetic.Constant(1), a);

    /// <summary>(x &lt; 0 ? e : 1) / (1 + e).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Sigmoid<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue e)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue one = arithmetic.Constant(1);
        TValue numerator = arithmetic.SelectLess(x, arithmetic.Constant(0), e, one);
        return arithmetic.Divide(numerator, arithmetic.Add(one, e));
    }

    /// <summary>(x &lt; 0 ? 1 : e) / (1 + e).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue SigmoidOfNegated<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue e)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue one = arithmetic.Constant(1);
        TValue numerator = arithmetic.SelectLess(x, arithmetic.Constant(0), one, e);
        return arithmetic.Divide(numerator, arithmetic.Add(one, e));
    }

    /// <summary>x &lt; 0 ? l : l + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Softplus<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue l)
        where TArithmetic : IArithmetic<TValue> =>
        arithmetic.SelectLess(x, arithmetic.Constant(0), l, arithmetic.Add(l, x));

    /// <summary>x &lt; 0 ? l - linear : l, where linear is x, or -min(|x|, B) for the bounded function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue SoftplusOfNegated<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue linear, TValue l)
        where TArithmetic : IArithmetic<TValue> =>
        arithmetic.SelectLess(x, arithmetic.Constant(0), arithmetic.Subtract(l, linear), l);

    /// <summary>x &lt; 0 ? l : l - bounded, where bounded is -min(|x|, B).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue BoundedSoftplus<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue bounded, TValue l)
        where TArithmetic : IArithmetic<TValue> =>
        arithmetic.SelectLess(x, arithmetic.Constant(0), l, arithmetic.Subtract(l, bounded));

    /// <summary>x &lt; 0 ? s : r, r = 1 / (1 + e), s = 1 - r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue SigmoidOfPair<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue e)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue r = Reciprocal(arithmetic, arithmetic.Add(arithmetic.Constant(1), e));
        return arithmetic.SelectLess(x, arithmetic.Constant(0), SmallerOfPair(arithmetic, e, r), r);
    }

    /// <summary>x &lt; 0 ? r : s, r = 1 / (1 + e), s = 1 - r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue SigmoidOfNegatedOfPair<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue e)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue r = Reciprocal(arithmetic, arithmetic.Add(arithmetic.Constant(1), e));
        return arithmetic.SelectLess(x, arithmetic.Constant(0), r, SmallerOfPair(arithmetic, e, r));
    }

    /// <summary>
    /// s = e r = e / (1 + e) as e - e (e r): where e is small, what 1 + e and r are rounded by counts only in the correction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue SmallerOfPair<TValue, TArithmetic>(TArithmetic arithmetic, TValue e, TValue r)
        where TArithmetic : IArithmetic<TValue> =>
        arithmetic.NegatedMultiplyAdd(e, arithmetic.Multiply(e, r), e);

    /// <summary>
    /// (head + tail) (linear - l) as a sum s + c, where linear &gt;= floor: the product with the head is split into what it
    /// is rounded to and what is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TValue Sum, TValue Error) ScaledLogarithm<TValue, TArithmetic>(
        TArithmetic arithmetic, TValue linear, TValue l, double head, double tail, double floor)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue factor = arithmetic.Constant(head);
        TValue bounded = arithmetic.Max(arithmetic.Constant(floor), linear);
        TValue product = arithmetic.Multiply(factor, bounded);
        TValue excess = arithmetic.NegatedMultiplyAdd(factor, bounded, product);
        TValue rest = arithmetic.NegatedMultiplyAdd(factor, l, arithmetic.Negate(excess));
        rest = tail == 0 ? rest : arithmetic.MultiplyAdd(arithmetic.Constant(tail), bounded, rest);
        TValue sum = arithmetic.Add(product, rest);
        return (sum, arithmetic.Add(arithmetic.Subtract(product, sum), rest));
    }

    /// <summary>A positive number to 24 bits, so that what is left is positive too.</summary>
    public static double RoundDown(double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & ~((1L << 29) - 1));
}
