using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// u^(Gamma - 1) log(1 - u) is 0 / 0 where u is 0, and u log u is 0 times infinity; the limit of both is 0. Of a sigmoid the
/// powers merge before that; a given or shifted probability, or what is left of it to 1, may be exactly 0.
/// </summary>
internal static class RemovableSingularities
{
    /// <summary>The graph with quotients and products that have their limits.</summary>
    public static ExprGraph Run(ExprGraph graph) => Transcription.Rewrite(graph, e => e.Op switch
    {
        Op.Divide => WithLimit(e),
        Op.Multiply => WithLimitOfProduct(e),
        _ => e,
    });

    // x^a log x = x = 0 ? 0 : x^a log x
    private static Expr WithLimitOfProduct(Expr e)
    {
        Product product = Product.Of(e);
        Expr[] zeros = product.Factors
            .Where(f => f.Base.Op == Op.LogOfPair && f.Exponent > 0 && product.ExponentOf(f.Base.A) > 0 && Range.LowerBound(f.Base.A) == 0)
            .Select(f => f.Base.A)
            .ToArray();
        return zeros.Aggregate(e, (value, x) => Select(Equal(x, 0), value.Number(0), value));
    }

    // n / x^a = x = 0 ? 0 : n / x^a, where a is no whole number
    private static Expr WithLimit(Expr quotient)
    {
        Expr[] roots = Product.Of(quotient.B).Factors
            .Where(f => IsGiven(f.Base) && f.Exponent % 1 != 0)
            .Select(f => f.Base)
            .ToArray();
        return roots.Aggregate(quotient, (value, x) => Select(Equal(x, 0), value.Number(0), value));
    }

    private static bool IsGiven(Expr e) => e.Op == Op.Probability || (e.Op == Op.Subtract && e.A.IsOne && e.B.Op == Op.Probability);
}
