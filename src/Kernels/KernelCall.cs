using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>
/// Calls a kernel with the stack pointer at the start of a line of the cache. Vectors that a kernel has no register for are then on one line
/// each and not across two, since the JIT aligns them to the end of the caller's stack: kernels with many values are up to 13 % faster.
/// </summary>
internal static class KernelCall
{
    private const int Line = 64;

    // what a caller leaves for the called method's first parameters: https://learn.microsoft.com/cpp/build/x64-calling-convention
    private static nuint HomeArea => OperatingSystem.IsWindows() ? 32u : 0u;

    /// <summary>Computes a multiple of the kernel's step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TKernel, T, TTarget>(scoped in ElementwiseLanes<T, TTarget> lanes, nuint count, T scale)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        if (Vector256.IsHardwareAccelerated)
        {
            RunAligned<TKernel, T, TTarget>(in lanes, count, scale);
        }
        else
        {
            TKernel.Run(in lanes, count, scale);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void RunAligned<TKernel, T, TTarget>(scoped in ElementwiseLanes<T, TTarget> lanes, nuint count, T scale)
        where TKernel : struct, IElementwiseKernel<T, TTarget>
        where T : unmanaged
        where TTarget : unmanaged
    {
        // of a length that the JIT does not know, since it would be part of the frame; and written to, since it would be left out
        byte* top = stackalloc byte[(int)(count % 2) + 1];
        byte* line = stackalloc byte[(int)(((nuint)top - HomeArea) % Line) + Line];
        *line = 0;
        TKernel.Run(in lanes, count, scale);
    }
}
