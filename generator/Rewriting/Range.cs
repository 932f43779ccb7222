using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>What is known of the values of an expression, where it is a number at all. Probabilities are in [0, 1]; of targets nothing is known.</summary>
internal static class Range
{
    // e^80 is finite in single precision, and so are its products with a few numbers
    private const double LargestExponent = 80;

    /// <summary>The expression is the same for every logit.</summary>
    public static bool IsFixed(Expr e) => e.Op switch
    {
        Op.Constant or Op.Hyperparameter => true,
        Op.Negate or Op.Add or Op.Subtract or Op.Multiply or Op.Divide => e.Operands.All(IsFixed),
        _ => false,
    };

    private static readonly Findings<Interval> s_intervals = new(Compute);

    private static readonly Findings<bool> s_bounded = new(ComputeIsBounded);

    /// <summary>A number that the expression is never below.</summary>
    public static double LowerBound(Expr e) => Of(e).Lower;

    /// <summary>A number that the expression is never above.</summary>
    public static double UpperBound(Expr e) => Of(e).Upper;

    /// <summary>The expression is never negative.</summary>
    public static bool IsNonNegative(Expr e) => Of(e).IsNonNegative;

    /// <summary>The expression is at least that number, whatever the input is: a given probability may be none.</summary>
    public static bool IsAtLeast(Expr e, double bound) =>
        LowerBound(e) >= bound && Substitution.Apply(e, x => x.Op == Op.Probability ? x.Number(double.NaN) : null) == e;

    /// <summary>The values of the expression.</summary>
    public static Interval Of(Expr e) => s_intervals.Of(e);

    /// <summary>The expression is a finite number for every logit, also an infinite one, and so is its derivative.</summary>
    public static bool IsBounded(Expr e) => s_bounded.Of(e);

    /// <summary>The same of a product, which none of its factors makes infinite.</summary>
    public static bool IsBounded(Product product) =>
        IsFinite(product.Coefficient) && product.Factors.All(f => f.Exponent > 0 && IsBounded(Functions.Power(f.Base, f.Exponent)));

    private static bool IsFinite(double number) => !double.IsInfinity(number) && !double.IsNaN(number);

    private static bool ComputeIsBounded(Expr e) => e.Op switch
    {
        Op.Constant => IsFinite(e.Value),
        Op.Target or Op.Hyperparameter => true,
        Op.Sigmoid or Op.BoundedSoftplus or Op.Tanh => IsLogit(e.A) || IsBounded(e.A),
        Op.PowerOfSigmoid => IsLogit(e.A) && IsNonNegative(e.B),
        Op.PowerOfPair => IsBounded(e.A) && IsNonNegative(e.A) && IsNonNegative(e.C),
        Op.Negate or Op.Add or Op.Subtract or Op.Multiply or Op.Max or Op.Min or Op.Abs or Op.Detach => e.Operands.All(IsBounded),
        Op.SquareRoot => IsBounded(e.A) && IsNonNegative(e.A),
        Op.Select => IsBounded(e.B) && IsBounded(e.C),
        Op.Power => IsBounded(e.A) && e.B.Value >= 0 && (e.B.Value % 1 == 0 || IsNonNegative(e.A)),
        Op.Divide => IsBounded(e.A) && (LowerBound(e.B) > 0 || UpperBound(e.B) < 0),
        Op.LogOfPair => IsBounded(e.A) && LowerBound(e.A) > 0,
        Op.Exp or Op.Expm1 or Op.Softplus => UpperBound(e.A) <= LargestExponent,
        _ => false,
    };

    // The derivative of a function that is bounded may be 0 times infinity where its argument is infinite: not that of the logit.
    private static bool IsLogit(Expr e) => e.Op switch
    {
        Op.Logit => true,
        Op.Negate => IsLogit(e.A),
        Op.Add or Op.Subtract or Op.Multiply => (IsLogit(e.A) && e.B.IsConstant) || (e.A.IsConstant && IsLogit(e.B)),
        _ => false,
    };

    private static Interval Compute(Expr e) => e.Op switch
    {
        Op.Constant when !double.IsNaN(e.Value) => new(e.Value, e.Value),
        Op.Probability => Interval.Unit,
        Op.Sigmoid => new(LowerBound(e.A) >= 0 ? 0.5 : 0, UpperBound(e.A) <= 0 ? 0.5 : 1),
        Op.PowerOfSigmoid => IsNonNegative(e.B) ? Interval.Unit : Interval.NonNegative,
        Op.PowerOfPair => IsNonNegative(e.C) && UpperBound(e.A) <= 1 ? Interval.Unit : Interval.NonNegative,
        Op.LogProbability => new(double.NegativeInfinity, 0),
        Op.Less or Op.LessOrEqual or Op.Equal => Interval.Unit,
        Op.Softplus or Op.BoundedSoftplus => Interval.NonNegative,
        Op.Hyperparameter when e.IsNonNegativeHyperparameter => Interval.NonNegative,
        Op.Negate => -Of(e.A),
        Op.Add => Of(e.A) + Of(e.B),
        Op.Subtract => Of(e.A) - Of(e.B),
        Op.Multiply => e.A == e.B ? Power(Of(e.A), 2) : Of(e.A) * Of(e.B),
        Op.Divide => Of(e.A) / Of(e.B),
        Op.Power => Power(Of(e.A), e.B.Value),
        Op.GeneralPower when IsNonNegative(e.A) => IsNonNegative(e.B) && UpperBound(e.A) <= 1 ? Interval.Unit : Interval.NonNegative,
        Op.SquareRoot => Power(Of(e.A), 0.5),
        Op.Abs => Of(e.A).Magnitude,
        Op.Max => Of(e.A).Max(Of(e.B)),
        Op.Min => Of(e.A).Min(Of(e.B)),
        Op.Select => Of(e.B).Hull(Of(e.C)),
        Op.Detach => Of(e.A),

        // increasing functions with a known value at 0: 1, 0 and 0
        Op.Exp => new(LowerBound(e.A) >= 0 ? 1 : 0, UpperBound(e.A) <= 0 ? 1 : double.PositiveInfinity),
        Op.Expm1 => new(LowerBound(e.A) >= 0 ? 0 : -1, UpperBound(e.A) <= 0 ? 0 : double.PositiveInfinity),
        Op.Tanh => new(LowerBound(e.A) >= 0 ? 0 : -1, UpperBound(e.A) <= 0 ? 0 : 1),

        // and at 1: 0
        Op.Log or Op.LogOfPair => new(
            LowerBound(e.A) >= 1 ? 0 : double.NegativeInfinity,
            UpperBound(e.A) <= 1 ? 0 : double.PositiveInfinity),
        _ => Interval.All,
    };

    // Only whether the power is negative and whether it is beyond 1, which needs no arithmetic.
    private static Interval Power(Interval x, double exponent)
    {
        bool isWhole = exponent % 1 == 0;
        Interval magnitude = x.Magnitude;
        bool isSmall = exponent >= 0 ? magnitude.Upper <= 1 : magnitude.Lower >= 1;
        bool isLarge = exponent >= 0 ? magnitude.Lower >= 1 : magnitude.Upper <= 1;
        Interval power = new(isLarge ? 1 : 0, isSmall ? 1 : double.PositiveInfinity);

        // an odd power has the sign of its base, and a fractional power is a number only of a positive one
        bool hasSign = isWhole && exponent % 2 != 0 && !x.IsNonNegative;
        return !hasSign ? power : x.IsNonPositive ? -power : power.Hull(-power);
    }
}
