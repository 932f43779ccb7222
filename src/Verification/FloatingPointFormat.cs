using System;
using System.Numerics;

namespace LossGen.Verification;

/// <summary>The spacing and the limits of a floating-point type, as numbers in double precision.</summary>
/// <param name="Precision">Significand bits with the implicit one.</param>
/// <param name="MinExponent">Exponent of the smallest normal number.</param>
internal readonly record struct FloatingPointFormat(int Precision, int MinExponent)
{
    /// <summary>2^(1 - Precision), the ulp of 1.</summary>
    public double Epsilon => Math.ScaleB(1, 1 - Precision);

    /// <summary>The smallest normal number.</summary>
    public double SmallestNormal => Math.ScaleB(1, MinExponent);

    /// <summary>The format of <see cref="float"/> or <see cref="double"/>.</summary>
    public static FloatingPointFormat Of<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => typeof(T) == typeof(float) ? new(24, -126) : new(53, -1022);

    /// <summary>The distance of neighbours at that magnitude.</summary>
    public double Ulp(double magnitude) => magnitude < SmallestNormal
        ? Math.ScaleB(1, MinExponent + 1 - Precision)
        : Math.ScaleB(1, Math.ILogB(magnitude) + 1 - Precision);
}
