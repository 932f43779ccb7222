using System;

namespace LossGen.Generator.Rewriting;

/// <summary>Numbers between two bounds, either of which may be infinite. Bounds are arithmetic only, so the same on every machine.</summary>
/// <param name="Lower">A number that none is below.</param>
/// <param name="Upper">A number that none is above.</param>
internal readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Interval All = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>[0, 1].</summary>
    public static readonly Interval Unit = new(0, 1);

    /// <summary>[0, infinity).</summary>
    public static readonly Interval NonNegative = new(0, double.PositiveInfinity);

    public bool IsNonNegative => Lower >= 0;

    public bool IsNonPositive => Upper <= 0;

    /// <summary>The smallest interval that contains |x|.</summary>
    public Interval Magnitude => new(
        IsNonNegative ? Lower : IsNonPositive ? -Upper : 0,
        Math.Max(Math.Abs(Lower), Math.Abs(Upper)));

    public static Interval operator -(Interval a) => new(-a.Upper, -a.Lower);

    public static Interval operator +(Interval a, Interval b) => Between(a.Lower + b.Lower, a.Upper + b.Upper);

    public static Interval operator -(Interval a, Interval b) => a + (-b);

    public static Interval operator *(Interval a, Interval b)
    {
        double[] corners = [Times(a.Lower, b.Lower), Times(a.Lower, b.Upper), Times(a.Upper, b.Lower), Times(a.Upper, b.Upper)];
        Array.Sort(corners);
        return Between(corners[0], corners[3]);
    }

    public static Interval operator /(Interval a, Interval b) => (b.IsNonNegative, b.IsNonPositive) switch
    {
        (true, _) => a * new Interval(1 / b.Upper, b.Lower == 0 ? double.PositiveInfinity : 1 / b.Lower),
        (_, true) => -a / -b,
        _ => All,
    };

    /// <summary>The smallest interval that contains both.</summary>
    public Interval Hull(Interval other) => new(Math.Min(Lower, other.Lower), Math.Max(Upper, other.Upper));

    /// <summary>The larger of two numbers.</summary>
    public Interval Max(Interval other) => new(Math.Max(Lower, other.Lower), Math.Max(Upper, other.Upper));

    /// <summary>The smaller of two numbers.</summary>
    public Interval Min(Interval other) => new(Math.Min(Lower, other.Lower), Math.Min(Upper, other.Upper));

    // A bound that is no number bounds nothing.
    private static Interval Between(double lower, double upper) =>
        new(double.IsNaN(lower) ? double.NegativeInfinity : lower, double.IsNaN(upper) ? double.PositiveInfinity : upper);

    // What comes near infinity never is infinite, so that 0 times it is 0.
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
}
