using System;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Powers with constant exponents become multiplications, square roots and, for the fraction that is left, the
/// elementary function of its own: x^2.3 = x^2 x^0.3. Others become that function as they are.
/// </summary>
internal static class PowerLowering
{
    /// <summary>The graph without powers.</summary>
    public static ExprGraph Run(ExprGraph graph) =>
        Transcription.Rewrite(graph, e => e.Op switch
        {
            Op.Power => Lower(e.A, e.B.Value),
            Op.GeneralPower => PowerOfPair(e.A, 1 - e.A, e.B),
            _ => e,
        });

    private static Expr Lower(Expr x, double exponent)
    {
        int whole = (int)Math.Floor(exponent);
        double fraction = exponent - whole;
        Expr? root = fraction == 0 ? null : Root(UnderflowGuard.Unguarded(x), fraction);
        return (whole, root) switch
        {
            // where x counts as 0, so does its root
            (0, { } r) => UnderflowGuard.Unguarded(x) == x ? r : Select(x.A, x.B, r),
            (_, { } r) => WholePower(x, whole) * r,
            (_, null) => WholePower(x, whole),
        };
    }

    private static Expr Root(Expr x, double fraction) => (fraction, x.Op) switch
    {
        (0.5, _) => SquareRoot(x),
        (_, Op.Sigmoid) => PowerOfSigmoid(x.A, x.Number(fraction)),
        _ => PowerOfPair(x, 1 - x, x.Number(fraction)),
    };

    // x^2n = (x^n)^2, x^(2n+1) = x^2n x
    private static Expr WholePower(Expr x, int exponent)
    {
        if (exponent == 1)
        {
            return x;
        }

        Expr half = WholePower(x, exponent / 2);
        return exponent % 2 == 0 ? half * half : half * half * x;
    }
}
