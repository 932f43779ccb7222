using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Codegen;

/// <summary>What the JIT makes of the emitted loops: instructions that cost many times what they look like are not in them.</summary>
public sealed class MainLoopTests(MainLoops loops) : IClassFixture<MainLoops>
{
    // a maximum that is not the native one, and masks that leave their registers
    private static readonly string[] s_detours = ["call", "vrange", "vfixupimm", "vpmovm2"];

    [Fact]
    public void Loops_are_compiled_for_the_vectors_of_the_machine()
    {
        (loops.With512Bits.Count > 100).ShouldBe(Vector512.IsHardwareAccelerated);
        (loops.With256Bits.Count > 100).ShouldBe(Vector256.IsHardwareAccelerated && Fma.IsSupported);
        loops.With512Bits.Concat(loops.With256Bits).ShouldAllBe(loop => loop.Instructions.Count > 0);
    }

    [Fact]
    public void No_loop_calls_or_takes_a_detour() => loops.With512Bits.Concat(loops.With256Bits)
        .SelectMany(loop => s_detours.Where(mnemonic => loop.Count(mnemonic) > 0).Select(mnemonic => $"{mnemonic} in {loop.Method}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("Cross_Entropy", 8, 1, 0)]
    [InlineData("Focal", 8, 1, 0)]
    [InlineData("Focal_Of_Half_Integer", 8, 1, 1)]
    [InlineData("Asymmetric", 6, 2, 0)]
    [InlineData("Asymmetric_Of_Soft_Targets", 6, 2, 0)]
    [InlineData("Poly1", 6, 1, 0)]
    [InlineData("Very_Long", 2, 31, 0, 2)]
    public void A_loop_divides_as_often_as_planned(string loss, int vectors, int divisions, int roots, int of256Bits = 4)
    {
        ShouldDivide(loops.With512Bits, vectors);
        ShouldDivide(loops.With256Bits, of256Bits);

        void ShouldDivide(IReadOnlyList<MainLoop> compiled, int vectors)
        {
            foreach (MainLoop loop in compiled.Where(loop => IsOf(loop, loss)))
            {
                loop.Count("vdiv").ShouldBe(divisions * vectors, loop.Method);
                loop.Count("vsqrt").ShouldBe(roots * vectors, loop.Method);
            }
        }
    }

    // Vectors side by side with more values alive than there are registers put some on the stack, and are the faster all the same; what
    // was measured so is the limit.
    [Theory]
    [InlineData("Cross_Entropy", 65)]
    [InlineData("Focal", 69)]
    [InlineData("Focal_Of_Half_Integer", 74)]
    [InlineData("Asymmetric", 130)]
    [InlineData("Asymmetric_Of_Soft_Targets", 200)]
    [InlineData("Poly1", 76)]
    public void Stack_traffic_is_what_was_measured(string loss, int most)
    {
        MainLoop[] compiled = [.. loops.With512Bits.Where(loop => IsOf(loop, loss))];
        compiled.Length.ShouldBe(Vector512.IsHardwareAccelerated ? 1 : 0);
        compiled.ShouldAllBe(loop => loop.StackTraffic.Count() <= most);
    }

    private static bool IsOf(MainLoop loop, string loss) => loop.Method.Contains($"Main_Loop_Losses_{loss}_0_g", StringComparison.Ordinal);
}
