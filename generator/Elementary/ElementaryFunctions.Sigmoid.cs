using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <content>Sigmoid and softplus from e = e^-|x| and l = log(1 + e).</content>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Softplus(TValue x)
    {
        TValue l = Log1PUnit(ExpNegativeMagnitude(x));
        return SelectNegative(x, l, arithmetic.Add(l, x));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SoftplusOfNegated(TValue x)
    {
        TValue l = Log1PUnit(ExpNegativeMagnitude(x));
        return SelectNegative(x, arithmetic.Subtract(l, x), l);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedSoftplus(TValue x)
    {
        TValue l = Log1PUnit(ExpNegativeMagnitude(x));
        return SelectNegative(x, l, arithmetic.Subtract(l, BoundedMagnitude(x)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedSoftplusOfNegated(TValue x)
    {
        TValue l = Log1PUnit(ExpNegativeMagnitude(x));
        return SelectNegative(x, arithmetic.Subtract(l, BoundedMagnitude(x)), l);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Sigmoid(TValue x)
    {
        TValue one = arithmetic.Constant(1);
        TValue e = ExpNegativeMagnitude(x);
        return arithmetic.Divide(SelectNegative(x, e, one), arithmetic.Add(one, e));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfNegated(TValue x)
    {
        TValue one = arithmetic.Constant(1);
        TValue e = ExpNegativeMagnitude(x);
        return arithmetic.Divide(SelectNegative(x, one, e), arithmetic.Add(one, e));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SmallerOfPair(TValue x) => Pair(x).Smaller;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfPair(TValue x)
    {
        (TValue smaller, TValue larger) = Pair(x);
        return SelectNegative(x, smaller, larger);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SigmoidOfNegatedOfPair(TValue x)
    {
        (TValue smaller, TValue larger) = Pair(x);
        return SelectNegative(x, larger, smaller);
    }

    /// <summary>
    /// r = 1 / (1 + e), and e / (1 + e) as e - e (e r): where e is small, what 1 + e and r are rounded by counts only in the
    /// correction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (TValue Smaller, TValue Larger) Pair(TValue x)
    {
        TValue e = ExpNegativeMagnitude(x);
        TValue r = Reciprocal(arithmetic.Add(arithmetic.Constant(1), e));
        return (arithmetic.NegatedMultiplyAdd(e, arithmetic.Multiply(e, r), e), r);
    }
}
