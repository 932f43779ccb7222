using System;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// What leaves a class out of a maximum without a branch: the minimum of a logit and its bound is -infinity for that class, and the
/// logit for all others.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal static class ClassBounds<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How far other classes may be from the one that is left out.</summary>
    public const int MaxDistance = 768;

    private static readonly T[] s_bounds = Create();

    /// <summary>The bound of the class that is left out; those of the classes before and after it lie around it.</summary>
    public static ref T Center => ref s_bounds[MaxDistance];

    private static T[] Create()
    {
        T[] bounds = new T[2 * MaxDistance];
        Array.Fill(bounds, T.PositiveInfinity);
        bounds[MaxDistance] = T.NegativeInfinity;
        return bounds;
    }
}
