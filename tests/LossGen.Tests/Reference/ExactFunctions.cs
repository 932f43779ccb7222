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
    public static ExactReal Exp(double x) => Exp(ExactReal.From(x));

    /// <summary>e^x for x to an absolute 60 digits.</summary>
    public static ExactReal Exp(ExactReal x)
    {
        BigInteger argument = x.ToFixed();
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

    /// <summary>e^x - 1, to 50 digits relative to itself.</summary>
    public static ExactReal Expm1(double x)
    {
        if (double.Abs(x) >= 1e-3)
        {
            return new ExactReal(Exp(x).ToFixed() - one, 0);
        }

        // (e^x - 1) / x = 1 + x / 2! + x^2 / 3! + ...
        BigInteger t = ExactReal.From(x).ToFixed();
        BigInteger quotient = one;
        BigInteger term = one;
        for (int i = 2; i < 40; i++)
        {
            term = (term * t >> Bits) / i;
            quotient += term;
        }

        return Product(ExactReal.From(x), new ExactReal(quotient, 0));
    }

    /// <summary>tanh x = t / (2 + t), t = e^2x - 1, x >= 0.</summary>
    public static ExactReal Tanh(double x)
    {
        ExactReal t = Expm1(-2 * x);
        return new ExactReal(-(t.Significand << Bits) / ((2 * one) + t.ToFixed()), t.Exponent);
    }

    /// <summary>sigmoid(x)^a.</summary>
    public static ExactReal PowerOfSigmoid(double x, double a) => Exp(Product(Softplus(-x), ExactReal.From(-a)));

    /// <summary>t^a, t > 0.</summary>
    public static ExactReal Power(double t, double a) => Exp(Product(Log(t), ExactReal.From(a)));

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

    private static ExactReal Product(ExactReal a, ExactReal b) => new(a.Significand * b.Significand >> Bits, a.Exponent + b.Exponent);

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
