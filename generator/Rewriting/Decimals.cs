namespace LossGen.Generator.Rewriting;

/// <summary>
/// Sums of numbers that people write, which have few decimals: 0.3 - 1 + 1 is 0.3 here, which in binary arithmetic it is
/// not, and the logarithm of a small base would magnify the difference; 1 - (1 - 1e-7) is 1e-7.
/// </summary>
internal static class Decimals
{
    /// <summary>a + b, in decimal arithmetic where both are short decimals.</summary>
    public static double Add(double a, double b) =>
        !(IsWhole(a) && IsWhole(b)) && IsShortDecimal(a) && IsShortDecimal(b) ? (double)((decimal)a + (decimal)b) : a + b;

    // sums of those need no decimals
    private static bool IsWhole(double x) => x % 1 == 0;

    // The conversion to decimal keeps 15 digits.
    private static bool IsShortDecimal(double x) => System.Math.Abs(x) < 1e6 && (double)(decimal)x == x;
}
