using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>What is the same text in single and in double precision: the sigmoid from e = e^-|x|.</summary>
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

    /// <summary>P = (x &lt; 0 ? e : 1) r, Q = (x &lt; 0 ? 1 : e) r, r = 1 / (1 + e).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TValue P, TValue Q) SigmoidPair<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, TValue e)
        where TArithmetic : IArithmetic<TValue>
    {
        TValue zero = arithmetic.Constant(0);
        TValue one = arithmetic.Constant(1);
        TValue r = Reciprocal(arithmetic, arithmetic.Add(one, e));
        TValue p = arithmetic.Multiply(arithmetic.SelectLess(x, zero, e, one), r);
        TValue q = arithmetic.Multiply(arithmetic.SelectLess(x, zero, one, e), r);
        return (p, q);
    }
}
