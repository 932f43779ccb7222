using System.Numerics;
using LossGen.Verification;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>What a class pays, by log p for kernel and reference, by p for hyper-dual numbers, which know nothing of derivatives by log p.</summary>
internal interface IClassTerm
{
    /// <summary>How often a relative error of p counts at most.</summary>
    static abstract double Exponent { get; }

    /// <summary>The term and its derivatives by v = log p.</summary>
    static abstract (T Value, T First, T Second) OfLogProbability<T>(T v, bool isTrue)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The magnitudes of what the derivatives by log p are sums of.</summary>
    static abstract (double First, double Second) Sizes(double p, double log, bool isTrue);

    /// <summary>The term of p.</summary>
    static abstract HyperDual OfHyperDual(HyperDual p, bool isTrue);
}

/// <summary>-log p.</summary>
internal readonly struct CrossEntropyOfClass : IClassTerm
{
    public static double Exponent => 1;

    public static (T Value, T First, T Second) OfLogProbability<T>(T v, bool isTrue)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (-v, T.NegativeOne, T.Zero);

    public static (double First, double Second) Sizes(double p, double log, bool isTrue) => (1, 0);

    public static HyperDual OfHyperDual(HyperDual p, bool isTrue) => -HyperDual.Log(p);
}

/// <summary>Single-label ASL: -log p for the true class, -p^4 log p for the others.</summary>
internal readonly struct AsymmetricLossOfClass : IClassTerm
{
    public static double Exponent => 4;

    public static (T Value, T First, T Second) OfLogProbability<T>(T v, bool isTrue)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (isTrue)
        {
            return (-v, T.NegativeOne, T.Zero);
        }

        T four = T.CreateTruncating(4);
        T power = T.Exp(v) is T p ? p * p * p * p : T.Zero;
        return power == T.Zero
            ? (T.Zero, T.Zero, T.Zero)
            : (-power * v, -power * ((four * v) + T.One), -power * four * ((four * v) + T.One + T.One));
    }

    public static (double First, double Second) Sizes(double p, double log, bool isTrue) => isTrue
        ? (1, 0)
        : (p * p * p * p * (1 - (4 * log)), p * p * p * p * (8 - (16 * log)));

    public static HyperDual OfHyperDual(HyperDual p, bool isTrue) =>
        isTrue ? -HyperDual.Log(p) : -(p * p * p * p * HyperDual.Log(p));
}
