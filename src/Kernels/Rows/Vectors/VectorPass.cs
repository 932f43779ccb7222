using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Runs a pass with the widest vectors there are, four at a time, and the remainder with fewer and narrower ones down to single
/// numbers: no element is computed twice, so that an output may be the memory of an input. Each pass is a method of its own, since
/// what the compiler inlines into one method is limited.
/// </summary>
internal static class VectorPass
{
    /// <summary>Does it to the first <paramref name="count"/> elements.</summary>
    public static void Run<T, TPass>(scoped TPass pass, int count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run512<T, TPass>(pass, 0, (nuint)count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            Run256<T, TPass>(pass, 0, (nuint)count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Run128<T, TPass>(pass, 0, (nuint)count);
        }
        else
        {
            RunScalar<T, TPass>(pass, 0, (nuint)count);
        }
    }

    /// <summary>With vectors of up to 512 bits, from an index on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run512<T, TPass>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint rest = typeof(T) == typeof(float)
            ? Singles<T, TPass, Vector512<float>, Single512>(pass, index, count)
            : Doubles<T, TPass, Vector512<double>, Double512>(pass, index, count);
        if (rest < count)
        {
            Run256<T, TPass>(pass, rest, count);
        }
    }

    /// <summary>With vectors of up to 256 bits, from an index on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run256<T, TPass>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint rest = typeof(T) == typeof(float)
            ? Singles<T, TPass, Vector256<float>, Single256>(pass, index, count)
            : Doubles<T, TPass, Vector256<double>, Double256>(pass, index, count);
        if (rest < count)
        {
            Run128<T, TPass>(pass, rest, count);
        }
    }

    /// <summary>With vectors of 128 bits, from an index on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run128<T, TPass>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint rest = typeof(T) == typeof(float)
            ? Singles<T, TPass, Vector128<float>, Single128>(pass, index, count)
            : Doubles<T, TPass, Vector128<double>, Double128>(pass, index, count);
        if (rest < count)
        {
            RunScalar<T, TPass>(pass, rest, count);
        }
    }

    /// <summary>One element after the other, from an index on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void RunScalar<T, TPass>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, float, SingleScalar>(pass, index, count);
        }
        else
        {
            Doubles<T, TPass, double, DoubleScalar>(pass, index, count);
        }
    }

    // four vectors at a time where the pass wants it, and one at a time
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Singles<T, TPass, TVector, TArithmetic>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        nuint lanes = Lanes.Count<T, TVector>();
        if (TPass.IsInterleaved && index + (4 * lanes) <= count)
        {
            index = SingleSteps<T, TPass, Four<TVector>, FourArithmetic<TVector, TArithmetic>>(pass, index, count, 4 * lanes);
        }

        return index + lanes <= count ? SingleSteps<T, TPass, TVector, TArithmetic>(pass, index, count, lanes) : index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Doubles<T, TPass, TVector, TArithmetic>(scoped TPass pass, nuint index, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        nuint lanes = Lanes.Count<T, TVector>();
        if (TPass.IsInterleaved && index + (4 * lanes) <= count)
        {
            index = DoubleSteps<T, TPass, Four<TVector>, FourArithmetic<TVector, TArithmetic>>(pass, index, count, 4 * lanes);
        }

        return index + lanes <= count ? DoubleSteps<T, TPass, TVector, TArithmetic>(pass, index, count, lanes) : index;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint SingleSteps<T, TPass, TVector, TArithmetic>(scoped TPass pass, nuint index, nuint count, nuint lanes)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        for (; index + lanes <= count; index += lanes)
        {
            pass.Step<TVector, TArithmetic, ElementaryFunctions<TVector, TArithmetic, SinglePolynomials<TVector, TArithmetic>>>(
                index, default, SingleFunctions.Over<TVector, TArithmetic>(default));
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static nuint DoubleSteps<T, TPass, TVector, TArithmetic>(scoped TPass pass, nuint index, nuint count, nuint lanes)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        for (; index + lanes <= count; index += lanes)
        {
            pass.Step<TVector, TArithmetic, ElementaryFunctions<TVector, TArithmetic, DoublePolynomials<TVector, TArithmetic>>>(
                index, default, DoubleFunctions.Over<TVector, TArithmetic>(default));
        }

        return index;
    }
}
