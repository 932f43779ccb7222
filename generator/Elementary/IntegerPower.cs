using System;

namespace LossGen.Elementary;

/// <summary>Powers by repeated multiplication.</summary>
internal static class IntegerPower
{
    /// <summary>x^n, binary, from the highest bit of n down.</summary>
    public static TValue Of<TValue, TArithmetic>(TArithmetic arithmetic, TValue x, int n)
        where TArithmetic : IArithmetic<TValue>
    {
        if (n < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "The exponent of a power by multiplication is at least 0.");
        }

        if (n == 0)
        {
            return arithmetic.Constant(1);
        }

        int bit = 1;
        while (bit <= n / 2)
        {
            bit *= 2;
        }

        TValue power = x;
        for (bit /= 2; bit > 0; bit /= 2)
        {
            power = arithmetic.Multiply(power, power);
            if ((n & bit) != 0)
            {
                power = arithmetic.Multiply(power, x);
            }
        }

        return power;
    }
}
