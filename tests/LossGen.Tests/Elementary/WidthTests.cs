using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Elementary;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Vectors of every width compute the bits that scalars do.</summary>
public sealed class WidthTests
{
    private const int Count = 1 << 17;

    [Fact]
    public void Vectors_of_singles_compute_what_scalars_do()
    {
        CompareSingle<Vector128<float>, Single128>();
        if (MachineWidths.Has256Bits)
        {
            CompareSingle<Vector256<float>, Single256>();
        }

        if (MachineWidths.Has512Bits)
        {
            CompareSingle<Vector512<float>, Single512>();
        }
    }

    [Fact]
    public void Vectors_of_doubles_compute_what_scalars_do()
    {
        CompareDouble<Vector128<double>, Double128>();
        if (MachineWidths.Has256Bits)
        {
            CompareDouble<Vector256<double>, Double256>();
        }

        if (MachineWidths.Has512Bits)
        {
            CompareDouble<Vector512<double>, Double512>();
        }
    }

    private static void CompareSingle<TVector, TArithmetic>()
        where TVector : unmanaged
        where TArithmetic : struct, IVectorArithmetic<float, TVector>
    {
        float[] specials = [0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, 1e-40f, -87f, -87.5f, -1e30f,
            float.MinValue, float.NegativeInfinity, float.PositiveInfinity, float.NaN, BitConverter.UInt32BitsToSingle(0x7FC12345)];
        Random random = new(1);
        float[] x = Arguments(random, specials, () => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        float[] y = Arguments(random, specials, () => BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        Compare(FunctionTable.Of<float>(default(SingleScalar)), FunctionTable.Of<TVector>(default(TArithmetic)), x, y);
        Compare(FunctionTable.OfKernels<float, float>(default(SingleScalar)), FunctionTable.OfKernels<float, TVector>(default(TArithmetic)), x, y);
        Compare(
            FunctionTable.Of<float>(SingleFunctions.Over<float, SingleScalar>(default)),
            FunctionTable.Of<TVector>(SingleFunctions.Over<TVector, TArithmetic>(default)),
            x,
            y);
    }

    private static void CompareDouble<TVector, TArithmetic>()
        where TVector : unmanaged
        where TArithmetic : struct, IVectorArithmetic<double, TVector>
    {
        double[] specials = [0d, -0d, 1d, -1d, double.Epsilon, -double.Epsilon, 1e-310, -708d, -708.5, -1e300,
            double.MinValue, double.NegativeInfinity, double.PositiveInfinity, double.NaN, BitConverter.UInt64BitsToDouble(0x7FF8000000012345)];
        Random random = new(2);
        double[] x = Arguments(random, specials, () => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        double[] y = Arguments(random, specials, () => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        Compare(FunctionTable.Of<double>(default(DoubleScalar)), FunctionTable.Of<TVector>(default(TArithmetic)), x, y);
        Compare(FunctionTable.OfKernels<double, double>(default(DoubleScalar)), FunctionTable.OfKernels<double, TVector>(default(TArithmetic)), x, y);
        Compare(
            FunctionTable.Of<double>(DoubleFunctions.Over<double, DoubleScalar>(default)),
            FunctionTable.Of<TVector>(DoubleFunctions.Over<TVector, TArithmetic>(default)),
            x,
            y);
    }

    private static void Compare<T, TVector>(
        Dictionary<string, Func<T, T, T>> scalar, Dictionary<string, Func<TVector, TVector, TVector>> vector, T[] x, T[] y)
        where T : struct, IFloatingPointIeee754<T>
        where TVector : struct
    {
        vector.Keys.ShouldBe(scalar.Keys);
        foreach ((string name, Func<TVector, TVector, TVector> function) in vector)
        {
            T[] got = new T[x.Length];
            Span<TVector> output = MemoryMarshal.Cast<T, TVector>(got.AsSpan());
            ReadOnlySpan<TVector> first = MemoryMarshal.Cast<T, TVector>(x.AsSpan());
            ReadOnlySpan<TVector> second = MemoryMarshal.Cast<T, TVector>(y.AsSpan());
            for (int i = 0; i < output.Length; i++)
            {
                output[i] = function(first[i], second[i]);
            }

            for (int i = 0; i < x.Length; i++)
            {
                T expected = scalar[name](x[i], y[i]);
                if (!SameBits(got[i], expected))
                {
                    throw new InvalidOperationException($"{name}({x[i]:R}, {y[i]:R}) is {got[i]:R} in a vector, {expected:R} alone");
                }
            }
        }
    }

    /// <summary>The sign and payload of a NaN may depend on the order of operands.</summary>
    private static bool SameBits<T>(T a, T b)
        where T : struct, IFloatingPointIeee754<T> =>
        T.IsNaN(a) ? T.IsNaN(b) : a == b && T.IsNegative(a) == T.IsNegative(b);

    /// <summary>A quarter each: any bits, logits, the unit interval, specials.</summary>
    private static T[] Arguments<T>(Random random, T[] specials, Func<T> anyBits)
        where T : struct, IFloatingPointIeee754<T> =>
        Enumerable.Range(0, Count)
            .Select(i => random.Next(4) switch
            {
                0 => anyBits(),
                1 => T.CreateSaturating((random.NextDouble() * 200) - 100),
                2 => T.CreateSaturating(random.NextDouble()),
                _ => specials[random.Next(specials.Length)],
            })
            .ToArray();
}
