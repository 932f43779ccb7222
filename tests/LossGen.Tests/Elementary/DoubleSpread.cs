using System;
using System.Linq;

namespace LossGen.Tests.Elementary;

/// <summary>Doubles between two of the same sign to measure a function at.</summary>
internal static class DoubleSpread
{
    /// <summary>Half evenly in value, half evenly in bit pattern, from first away from zero to last, and the two.</summary>
    public static double[] Between(double first, double last, int count)
    {
        Random random = new(20260101);
        long from = BitConverter.DoubleToInt64Bits(first);
        long to = BitConverter.DoubleToInt64Bits(last);
        return Enumerable.Range(0, count)
            .Select(i => (i & 1) == 0
                ? first + (random.NextDouble() * (last - first))
                : BitConverter.Int64BitsToDouble(random.NextInt64(from, to)))
            .Append(first)
            .Append(last)
            .ToArray();
    }
}
