using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Elementary;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Vectors side by side come from memory and go there, each to its own place.</summary>
public sealed class VectorMemoryTests
{
    private const int Start = 3;
    private const int Vectors = 4;
    private const int Length = 80;

    [Fact]
    public void Vectors_of_singles_are_at_their_places_in_every_width()
    {
        Check<float, float, SingleScalar>();
        Check<float, Vector128<float>, Single128>();
        if (MachineWidths.Has256Bits)
        {
            Check<float, Vector256<float>, Single256>();
        }

        if (MachineWidths.Has512Bits)
        {
            Check<float, Vector512<float>, Single512>();
        }
    }

    [Fact]
    public void Vectors_of_doubles_are_at_their_places_in_every_width()
    {
        Check<double, double, DoubleScalar>();
        Check<double, Vector128<double>, Double128>();
        if (MachineWidths.Has256Bits)
        {
            Check<double, Vector256<double>, Double256>();
        }

        if (MachineWidths.Has512Bits)
        {
            Check<double, Vector512<double>, Double512>();
        }
    }

    private static void Check<T, TVector, TArithmetic>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged
        where TArithmetic : struct, IVectorArithmetic<T, TVector>
    {
        TArithmetic simd = default;
        byte[] bytes = [.. Enumerable.Range(0, Length).Select(i => (byte)(i * 37))];
        T[] numbers = [.. bytes.Select(T.CreateChecked)];
        T[] written = new T[Length];
        T[] expected = new T[Length];
        for (int vector = 0; vector < Vectors; vector++)
        {
            T[] lanes = numbers[(Start + (vector * (int)simd.Count))..][..(int)simd.Count];
            Lanes(simd.Load(in numbers[0], Start, vector)).ShouldBe(lanes);
            Lanes(simd.Load(in bytes[0], Start, vector)).ShouldBe(lanes);
            simd.Store(simd.Load(in numbers[0], Start, vector), ref written[0], Start, vector);
            lanes.CopyTo(expected, Start + (vector * (int)simd.Count));
            written.ShouldBe(expected);
        }

        static T[] Lanes(TVector vector) => MemoryMarshal.Cast<TVector, T>(new ReadOnlySpan<TVector>(in vector)).ToArray();
    }
}
