using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

public sealed class KernelCallTests
{
    private const int Line = 64;

    [Fact]
    public void A_kernel_has_its_stack_at_one_place_of_a_line_whatever_its_caller_has_there()
    {
        int[] places = [.. Enumerable.Range(0, 12).Select(i => Place(16 * i))];

        // narrower vectors are never across two lines
        places.Distinct().Count().ShouldBe(Vector256.IsHardwareAccelerated ? 1 : 4);
    }

    // the caller's stack is so many bytes larger
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe int Place(int bytes)
    {
        byte* larger = stackalloc byte[bytes + 16];
        *larger = 1;
        int place = 0;
        scoped ElementwiseLanes<int, int> lanes = default;
        lanes.Losses = ref place;
        KernelCall.Run<PlaceKernel, int, int>(in lanes, (nuint)PlaceKernel.Step, *larger);
        return place;
    }

    /// <summary>Tells where its stack is on a line.</summary>
    private readonly struct PlaceKernel : IElementwiseKernel<int, int>
    {
        public static LossRoles Roles => LossRoles.Value;

        public static string InputName => "logits";

        public static Reduction Reduction => Reduction.Sum;

        public static int Step => 16;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static unsafe void Run(in ElementwiseLanes<int, int> lanes, nuint count, int scale)
        {
            Unsafe.SkipInit(out Vector512<int> onStack);
            lanes.Losses = (int)((nuint)Unsafe.AsPointer(ref onStack) % Line);
        }
    }
}
