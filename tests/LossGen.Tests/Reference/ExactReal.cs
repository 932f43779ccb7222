using System;
using System.Numerics;

namespace LossGen.Tests.Reference;

/// <summary>
/// A real number to some 60 digits, significand * 2^(exponent - 200) with the significand near 2^200: what double
/// precision is measured against. Enough arithmetic for the functions of <see cref="ExactFunctions"/>.
/// </summary>
internal readonly record struct ExactReal(BigInteger Significand, int Exponent)
{
    public const int FractionBits = 200;

    public static ExactReal From(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        int biased = (int)(bits >> 52);
        long fraction = bits & ((1L << 52) - 1);
        BigInteger significand = biased == 0 ? fraction : fraction | (1L << 52);
        int exponent = Math.Max(biased, 1) - 1023;
        significand <<= FractionBits - 52;
        return new ExactReal(value < 0 ? -significand : significand, exponent);
    }

    /// <summary>The number as a multiple of 2^-200.</summary>
    public BigInteger ToFixed() => Exponent >= 0 ? Significand << Exponent : Significand >> -Exponent;

    /// <summary>|value - this| in units of the last place that a double of this number's magnitude has.</summary>
    public double UlpsFrom(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.PositiveInfinity;
        }

        if (Significand.IsZero)
        {
            return value == 0 ? 0 : double.PositiveInfinity;
        }

        int magnitude = (int)BigInteger.Abs(Significand).GetBitLength() - 1 - FractionBits + Exponent;
        int lastPlace = Math.Max(magnitude - 52, -1074);

        ExactReal other = From(value);
        int common = Math.Min(other.Exponent, Exponent);
        BigInteger difference = (other.Significand << (other.Exponent - common)) - (Significand << (Exponent - common));
        int shift = lastPlace + FractionBits - common - 30;
        BigInteger inUlps = shift >= 0 ? BigInteger.Abs(difference) >> shift : BigInteger.Abs(difference) << -shift;
        return (double)inUlps / (1 << 30);
    }
}
