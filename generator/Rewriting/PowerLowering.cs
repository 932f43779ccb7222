using System;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// Powers with constant exponents become multiplications, square roots and, for the fraction that is left, the
/// elementary function of its own: x^2.3 = x^2 x^0.3. Fractions of what may exceed 1, large exponents and those that are no
/// constants become that function as they are.
/// </summary>
internal static class PowerLowering
{
    // Beyond it the roundings of the multiplications add up to more than that of a logarithm.
    private const double LargestByMultiplication = 64;

    /// <summary>The power is computed from a logarithm, so that it is a normal number or 0.</summary>
    public static bool IsByLogarithm(double exponent) => !(Math.Abs(exponent) <= LargestByMultiplication);

    /// <summary>The graph without powers.</summary>
    public static ExprGraph Run(ExprGraph graph) =>
        Transcription.Rewrite(graph, e => e.Op switch
        {
            Op.Power => Lower(e.A, e.B.Value),
            Op.GeneralPower => ByLogarithm(e.A, e.B),
            _ => e,
        });

    private static Expr Lower(Expr x, double exponent)
    {
        if (IsByLogarithm(exponent))
        {
            return ByLogarithm(x, x.Number(exponent));
        }

        if (exponent < 0)
        {
            return 1 / Lower(x, -exponent);
        }

        int whole = (int)Math.Floor(exponent);
        double fraction = exponent - whole;
        Expr? root = fraction == 0 ? null : Root(UnderflowGuard.Unguarded(x), fraction);
        return (whole, root) switch
        {
            (0, null) => x.Number(1),

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
        _ => ByLogarithm(x, x.Number(fraction)),
    };

    private static Expr ByLogarithm(Expr x, Expr exponent) => PowerOfPair(x, 1 - x, exponent);

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
