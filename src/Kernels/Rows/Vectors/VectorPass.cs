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
            Run512<T, TPass>(pass, (nuint)count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            Run256<T, TPass>(pass, (nuint)count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Run128<T, TPass>(pass, (nuint)count);
        }
        else
        {
            RunScalar<T, TPass>(pass, (nuint)count);
        }
    }

    /// <summary>With vectors of up to 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run512<T, TPass>(scoped TPass pass, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint i = 0;
        if (typeof(T) == typeof(float))
        {
            i = FourSingles<T, TPass, Vector512<float>, Single512>(ref pass, i, count, 16);
            i = Singles<T, TPass, Vector512<float>, Single512>(ref pass, i, count, 16);
            i = Singles<T, TPass, Vector256<float>, Single256>(ref pass, i, count, 8);
            i = Singles<T, TPass, Vector128<float>, Single128>(ref pass, i, count, 4);
            Singles<T, TPass, float, SingleScalar>(ref pass, i, count, 1);
        }
        else
        {
            i = FourDoubles<T, TPass, Vector512<double>, Double512>(ref pass, i, count, 8);
            i = Doubles<T, TPass, Vector512<double>, Double512>(ref pass, i, count, 8);
            i = Doubles<T, TPass, Vector256<double>, Double256>(ref pass, i, count, 4);
            i = Doubles<T, TPass, Vector128<double>, Double128>(ref pass, i, count, 2);
            Doubles<T, TPass, double, DoubleScalar>(ref pass, i, count, 1);
        }
    }

    /// <summary>With vectors of up to 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run256<T, TPass>(scoped TPass pass, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint i = 0;
        if (typeof(T) == typeof(float))
        {
            i = FourSingles<T, TPass, Vector256<float>, Single256>(ref pass, i, count, 8);
            i = Singles<T, TPass, Vector256<float>, Single256>(ref pass, i, count, 8);
            i = Singles<T, TPass, Vector128<float>, Single128>(ref pass, i, count, 4);
            Singles<T, TPass, float, SingleScalar>(ref pass, i, count, 1);
        }
        else
        {
            i = FourDoubles<T, TPass, Vector256<double>, Double256>(ref pass, i, count, 4);
            i = Doubles<T, TPass, Vector256<double>, Double256>(ref pass, i, count, 4);
            i = Doubles<T, TPass, Vector128<double>, Double128>(ref pass, i, count, 2);
            Doubles<T, TPass, double, DoubleScalar>(ref pass, i, count, 1);
        }
    }

    /// <summary>With vectors of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run128<T, TPass>(scoped TPass pass, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        nuint i = 0;
        if (typeof(T) == typeof(float))
        {
            i = FourSingles<T, TPass, Vector128<float>, Single128>(ref pass, i, count, 4);
            i = Singles<T, TPass, Vector128<float>, Single128>(ref pass, i, count, 4);
            Singles<T, TPass, float, SingleScalar>(ref pass, i, count, 1);
        }
        else
        {
            i = FourDoubles<T, TPass, Vector128<double>, Double128>(ref pass, i, count, 2);
            i = Doubles<T, TPass, Vector128<double>, Double128>(ref pass, i, count, 2);
            Doubles<T, TPass, double, DoubleScalar>(ref pass, i, count, 1);
        }
    }

    /// <summary>One element after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void RunScalar<T, TPass>(scoped TPass pass, nuint count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, float, SingleScalar>(ref pass, 0, count, 1);
        }
        else
        {
            Doubles<T, TPass, double, DoubleScalar>(ref pass, 0, count, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint FourSingles<T, TPass, TVector, TArithmetic>(scoped ref TPass pass, nuint index, nuint count, nuint lanes)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector> =>
        TPass.IsInterleaved ? Singles<T, TPass, Four<TVector>, FourArithmetic<TVector, TArithmetic>>(ref pass, index, count, 4 * lanes) : index;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint FourDoubles<T, TPass, TVector, TArithmetic>(scoped ref TPass pass, nuint index, nuint count, nuint lanes)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector> =>
        TPass.IsInterleaved ? Doubles<T, TPass, Four<TVector>, FourArithmetic<TVector, TArithmetic>>(ref pass, index, count, 4 * lanes) : index;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Singles<T, TPass, TVector, TArithmetic>(scoped ref TPass pass, nuint index, nuint count, nuint lanes)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint Doubles<T, TPass, TVector, TArithmetic>(scoped ref TPass pass, nuint index, nuint count, nuint lanes)
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
