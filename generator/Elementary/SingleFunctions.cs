namespace LossGen.Elementary;

/// <summary>The elementary functions for lanes of <see cref="float"/>.</summary>
#if NET
public
#else
internal
#endif
static class SingleFunctions
{
    /// <summary>The functions over those operations: a struct where they are to be compiled into straight code.</summary>
    /// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
    /// <typeparam name="TArithmetic">Its operations.</typeparam>
    public static ElementaryFunctions<TValue, TArithmetic, SinglePolynomials<TValue, TArithmetic>> Over<TValue, TArithmetic>(TArithmetic arithmetic)
        where TArithmetic : IArithmetic<TValue> => new(arithmetic, new(arithmetic));
}
