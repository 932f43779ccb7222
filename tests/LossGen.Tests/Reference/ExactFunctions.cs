using System.Numerics;

namespace LossGen.Tests.Reference;

/// <summary>The elementary functions by their Taylor series in 200-bit fixed point.</summary>
internal static class ExactFunctions
{
    private const int Bits = ExactReal.FractionBits;

    private static readonly BigInteger one = BigInteger.One << Bits;

    /// <summary>ln 2 = 2 artanh(1/3).</summary>
    private static readonly BigInteger ln2 = 2 * one / 3 * ArtanhQuotient(one / 3) >> Bits;

    /// <summary>e^x = 2^n e^t, |t| &lt; ln 2.</summary>
    public static ExactReal Exp(double x)
    {
        BigInteger argument = ExactReal.From(x).ToFixed();
        int n = (int)(argument / ln2);
        BigInteger t = argument - (n * ln2);
        BigInteger sum = one;
        BigInteger term = one;
        for (int i = 1; !(term = (term * t >> Bits) / i).IsZero && term != BigInteger.MinusOne; i++)
        {
            sum += term;
        }

        return new ExactReal(sum, n);
    }

    /// <summary>log(1 + e), e > -1/2, to 60 digits relative to itself.</summary>
    public static ExactReal Log1P(ExactReal e) =>
        new(e.Significand * Log1PQuotient(e.ToFixed()) >> Bits, e.Exponent);

    /// <summary>log t, t > 0, to an absolute 60 digits.</summary>
    public static ExactReal Log(double t)
    {
        ExactReal real = ExactReal.From(t);
        int k = (int)real.Significand.GetBitLength() - 1 - Bits;
        BigInteger f = (k >= 0 ? real.Significand >> k : real.Significand << -k) - one;
        return new ExactReal(((real.Exponent + k) * ln2) + (f * Log1PQuotient(f) >> Bits), 0);
    }

    /// <summary>log(1 + e^x).</summary>
    public static ExactReal Softplus(double x)
    {
        ExactReal tail = Log1P(Exp(-double.Abs(x)));
        return x <= 0 ? tail : new ExactReal(ExactReal.From(x).ToFixed() + tail.ToFixed(), 0);
    }

    /// <summary>1 / (1 + e^-x).</summary>
    public static ExactReal Sigmoid(double x)
    {
        ExactReal e = Exp(-double.Abs(x));
        BigInteger denominator = one + e.ToFixed();
        return x < 0 ? new ExactReal((e.Significand << Bits) / denominator, e.Exponent) : new ExactReal((one << Bits) / denominator, 0);
    }

    /// <summary>log(1 + e) / e = 2 / (2 + e) * artanh(s) / s, s = e / (2 + e).</summary>
    private static BigInteger Log1PQuotient(BigInteger e)
    {
        BigInteger s = (e << Bits) / (2 * one + e);
        return (2 * one << Bits) / (2 * one + e) * ArtanhQuotient(s) >> Bits;
    }

    /// <summary>artanh(s) / s = 1 + s^2 / 3 + s^4 / 5 + ...</summary>
    private static BigInteger ArtanhQuotient(BigInteger s)
    {
        BigInteger square = s * s >> Bits;
        BigInteger sum = BigInteger.Zero;
        BigInteger power = one;
        for (int i = 1; !power.IsZero; i += 2)
        {
            sum += power / i;
            power = power * square >> Bits;
        }

        return sum;
    }
}
