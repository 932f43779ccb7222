using System.Collections.Generic;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Tests.Widths;

/// <summary>The vector widths of this machine: 0 for single numbers, 1 for 128 bits, 2 for 256 and 3 for 512.</summary>
internal static class MachineWidths
{
    public static bool Has256Bits => Vector256.IsHardwareAccelerated && Fma.IsSupported;

    public static bool Has512Bits => Vector512.IsHardwareAccelerated;

    public static IReadOnlyList<int> All => Has512Bits ? [0, 1, 2, 3] : Has256Bits ? [0, 1, 2] : [0, 1];
}
