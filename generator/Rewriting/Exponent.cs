namespace LossGen.Generator.Rewriting;

/// <summary>
/// Sums of exponents. Those that people write have few decimals: 0.3 - 1 + 1 is 0.3 here, which in binary arithmetic it is
/// not, and the logarithm of a small base would magnify the difference.
/// </summary>
internal static class Exponent
{
    /// <summary>a + b, in decimal arithmetic where both are short decimals.</summary>
    public static double Add(double a, double b) =>
        IsShortDecimal(a) && IsShortDecimal(b) ? (double)((decimal)a + (decimal)b) : a + b;

    // The conversion to decimal keeps 15 digits.
    private static bool IsShortDecimal(double x) => System.Math.Abs(x) < 1e6 && (double)(decimal)x == x;
}
