using System.Runtime.CompilerServices;

namespace LossGen.Elementary;

/// <summary>The elementary functions, the same text in single and in double precision.</summary>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
/// <typeparam name="TArithmetic">Its operations.</typeparam>
/// <typeparam name="TPolynomials">What differs by precision.</typeparam>
#if NET
public
#else
internal
#endif
readonly partial struct ElementaryFunctions<TValue, TArithmetic, TPolynomials> : IElementaryFunctions<TValue>
    where TArithmetic : IArithmetic<TValue>
    where TPolynomials : IPolynomials<TValue>
{
    private readonly TArithmetic arithmetic;
    private readonly TPolynomials polynomials;

    /// <summary>The functions over those operations and polynomials.</summary>
    public ElementaryFunctions(TArithmetic arithmetic, TPolynomials polynomials)
    {
        this.arithmetic = arithmetic;
        this.polynomials = polynomials;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue BoundedMagnitude(TValue z) => Clamp(arithmetic.NegativeAbs(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Log1PUnit(TValue e) => polynomials.Log1PUnit(e);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Reciprocal(TValue a) => arithmetic.Divide(arithmetic.Constant(1), a);

    /// <inheritdoc/>
    public TValue Power(TValue x, int n) => IntegerPower.Of(arithmetic, x, n);

    /// <summary>max(-B, x); the constant stands first so that NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue Clamp(TValue x) => arithmetic.Max(arithmetic.Constant(-polynomials.Bound), x);

    /// <summary>x &lt; 0 ? a : b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TValue SelectNegative(TValue x, TValue a, TValue b) => arithmetic.SelectLess(x, arithmetic.Constant(0), a, b);
}
