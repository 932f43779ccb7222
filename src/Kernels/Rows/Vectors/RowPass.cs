using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Runs a pass over rows with the widest vectors there are. Passes are not copied: what was just stored in pieces and is copied in
/// larger ones has to arrive in the cache first, which rows of a thousand classes feel. Loops keep what they need in variables.
/// </summary>
internal static class RowPass
{
    /// <summary>The number of elements of a piece of a row.</summary>
    public const int Piece = 16;

    /// <summary>Does it to all rows of the pass.</summary>
    public static void Run<T, TPass>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Run512<T, TPass>(in pass);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            Run256<T, TPass>(in pass);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Run128<T, TPass>(in pass);
        }
        else
        {
            RunScalar<T, TPass>(in pass);
        }
    }

    /// <summary>With vectors of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run512<T, TPass>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, Vector512<float>, Single512>(in pass);
        }
        else
        {
            Doubles<T, TPass, Vector512<double>, Double512>(in pass);
        }
    }

    /// <summary>With vectors of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run256<T, TPass>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, Vector256<float>, Single256>(in pass);
        }
        else
        {
            Doubles<T, TPass, Vector256<double>, Double256>(in pass);
        }
    }

    /// <summary>With vectors of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Run128<T, TPass>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, Vector128<float>, Single128>(in pass);
        }
        else
        {
            Doubles<T, TPass, Vector128<double>, Double128>(in pass);
        }
    }

    /// <summary>One element after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void RunScalar<T, TPass>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        if (typeof(T) == typeof(float))
        {
            Singles<T, TPass, float, SingleScalar>(in pass);
        }
        else
        {
            Doubles<T, TPass, double, DoubleScalar>(in pass);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Singles<T, TPass, TVector, TArithmetic>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector> =>
        Unsafe.AsRef(in pass).Run<TVector, TArithmetic, ElementaryFunctions<Four<TVector>, FourArithmetic<TVector, TArithmetic>, SinglePolynomials<Four<TVector>, FourArithmetic<TVector, TArithmetic>>>>(
            default, SingleFunctions.Over<Four<TVector>, FourArithmetic<TVector, TArithmetic>>(default));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Doubles<T, TPass, TVector, TArithmetic>(scoped in TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector> =>
        Unsafe.AsRef(in pass).Run<TVector, TArithmetic, ElementaryFunctions<Four<TVector>, FourArithmetic<TVector, TArithmetic>, DoublePolynomials<Four<TVector>, FourArithmetic<TVector, TArithmetic>>>>(
            default, DoubleFunctions.Over<Four<TVector>, FourArithmetic<TVector, TArithmetic>>(default));
}
