using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LossGen.Elementary;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>What is done on vectors side by side is what is done on each of them, whichever operands are the same for all.</summary>
public sealed class SideBySideTests
{
    private const int Start = 3;

    [Fact]
    public void Each_vector_of_singles_is_computed_as_one()
    {
        Check<float, float, Vectors2<float>, SingleScalar, SingleScalarx2>();
        Check<float, float, Vectors4<float>, SingleScalar, SingleScalarx4>();
        Check<float, Vector128<float>, Vectors2<Vector128<float>>, Single128, Single128x2>();
        Check<float, Vector128<float>, Vectors4<Vector128<float>>, Single128, Single128x4>();
        if (MachineWidths.Has256Bits)
        {
            Check<float, Vector256<float>, Vectors2<Vector256<float>>, Single256, Single256x2>();
            Check<float, Vector256<float>, Vectors4<Vector256<float>>, Single256, Single256x4>();
        }

        if (MachineWidths.Has512Bits)
        {
            Check<float, Vector512<float>, Vectors2<Vector512<float>>, Single512, Single512x2>();
            Check<float, Vector512<float>, Vectors4<Vector512<float>>, Single512, Single512x4>();
            Check<float, Vector512<float>, Vectors6<Vector512<float>>, Single512, Single512x6>();
            Check<float, Vector512<float>, Vectors8<Vector512<float>>, Single512, Single512x8>();
        }
    }

    [Fact]
    public void Each_vector_of_doubles_is_computed_as_one()
    {
        Check<double, double, Vectors2<double>, DoubleScalar, DoubleScalarx2>();
        Check<double, double, Vectors4<double>, DoubleScalar, DoubleScalarx4>();
        Check<double, Vector128<double>, Vectors2<Vector128<double>>, Double128, Double128x2>();
        Check<double, Vector128<double>, Vectors4<Vector128<double>>, Double128, Double128x4>();
        if (MachineWidths.Has256Bits)
        {
            Check<double, Vector256<double>, Vectors2<Vector256<double>>, Double256, Double256x2>();
            Check<double, Vector256<double>, Vectors4<Vector256<double>>, Double256, Double256x4>();
        }

        if (MachineWidths.Has512Bits)
        {
            Check<double, Vector512<double>, Vectors2<Vector512<double>>, Double512, Double512x2>();
            Check<double, Vector512<double>, Vectors4<Vector512<double>>, Double512, Double512x4>();
            Check<double, Vector512<double>, Vectors6<Vector512<double>>, Double512, Double512x6>();
            Check<double, Vector512<double>, Vectors8<Vector512<double>>, Double512, Double512x8>();
        }
    }

    private static void Check<T, TVector, TVectors, TOne, TSideBySide>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged
        where TVectors : unmanaged
        where TOne : struct, IVectorArithmetic<T, TVector>
        where TSideBySide : struct, ISideBySideArithmetic<T, TVector, TVectors>
    {
        CheckMemory<T, TVector, TVectors, TSideBySide>();
        CheckPolynomials<T, TVector, TVectors, TOne, TSideBySide>();
        Random random = new(20261123);
        int forms = 0;
        foreach (MethodInfo form in typeof(ISideBySideArithmetic<T, TVector, TVectors>).GetMethods())
        {
            if (form.Name is "Load" or "Polynomial" || form.GetParameters() is not [{ IsOut: true }, .. ParameterInfo[] operands])
            {
                continue;
            }

            object[] values = [.. operands.Select(operand => Random(random, operand.ParameterType.GetElementType()!))];
            object?[] arguments = [null, .. values];
            form.Invoke(default(TSideBySide), arguments);
            MethodInfo one = typeof(TOne).GetMethod(form.Name, [.. operands.Select(_ => typeof(TVector))])!;
            TVector[] results = Vectors<TVectors, TVector>((TVectors)arguments[0]!);
            for (int vector = 0; vector < results.Length; vector++)
            {
                TVector expected = (TVector)one.Invoke(default(TOne), [.. values.Select(value => value is TVectors vectors ? (object)Vectors<TVectors, TVector>(vectors)[vector] : value)])!;
                Bytes(results[vector]).ShouldBe(Bytes(expected), $"{form} of {typeof(TSideBySide).Name}, vector {vector}");
            }

            forms++;
        }

        // 6 operations of one operand, 8 of two, 4 of three and 3 of four, less those forms whose operands are all the same for all vectors
        forms.ShouldBe(6 + (8 * 3) + (4 * 7) + (3 * 15));

        static object Random(Random random, Type type) => type == typeof(TVectors) ? RandomLanes<T, TVectors>(random) : RandomLanes<T, TVector>(random);
    }

    private static void CheckPolynomials<T, TVector, TVectors, TOne, TSideBySide>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged
        where TVectors : unmanaged
        where TOne : struct, IVectorArithmetic<T, TVector>
        where TSideBySide : struct, ISideBySideArithmetic<T, TVector, TVectors>
    {
        TOne one = default;
        Random random = new(20261123);
        MethodInfo[] forms = [.. typeof(ISideBySideArithmetic<T, TVector, TVectors>).GetMethods().Where(method => method.Name == "Polynomial")];
        forms.Select(form => form.GetParameters().Length - 2).Order().ShouldBe(Enumerable.Range(3, 10));
        foreach (MethodInfo form in forms)
        {
            T[] coefficients = [.. form.GetParameters()[2..].Select(_ => RandomLanes<T, T>(random))];
            TVectors argument = RandomLanes<T, TVectors>(random);
            object?[] arguments = [null, argument, .. coefficients];
            form.Invoke(default(TSideBySide), arguments);
            TVector[] results = Vectors<TVectors, TVector>((TVectors)arguments[0]!);
            for (int vector = 0; vector < results.Length; vector++)
            {
                TVector x = Vectors<TVectors, TVector>(argument)[vector];
                TVector expected = coefficients.Select(coefficient => one.Constant(double.CreateChecked(coefficient))).Aggregate((sum, coefficient) => one.MultiplyAdd(sum, x, coefficient));
                Bytes(results[vector]).ShouldBe(Bytes(expected), $"{form} of {typeof(TSideBySide).Name}, vector {vector}");
            }
        }
    }

    private static TLanes RandomLanes<T, TLanes>(Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLanes : unmanaged
    {
        byte[] bytes = new byte[Unsafe.SizeOf<TLanes>()];
        foreach (ref T number in MemoryMarshal.Cast<byte, T>(bytes.AsSpan()))
        {
            number = T.CreateChecked(Math.Round((random.NextDouble() * 8) - 4, 1));
        }

        return MemoryMarshal.Read<TLanes>(bytes);
    }

    private static TVector[] Vectors<TVectors, TVector>(TVectors vectors)
        where TVectors : unmanaged
        where TVector : unmanaged => MemoryMarshal.Cast<TVectors, TVector>(new TVectors[] { vectors }.AsSpan()).ToArray();

    private static byte[] Bytes<TVector>(TVector vector)
        where TVector : unmanaged => MemoryMarshal.AsBytes(new TVector[] { vector }.AsSpan()).ToArray();

    private static void CheckMemory<T, TVector, TVectors, TSideBySide>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged
        where TVectors : unmanaged
        where TSideBySide : struct, ISideBySideArithmetic<T, TVector, TVectors>
    {
        TSideBySide simd = default;
        int count = (int)simd.Count;
        count.ShouldBe(Unsafe.SizeOf<TVectors>() / Unsafe.SizeOf<T>());
        byte[] bytes = [.. Enumerable.Range(0, Start + count).Select(i => (byte)(i * 37))];
        T[] numbers = [.. bytes.Select(T.CreateChecked)];
        foreach (TVectors loaded in new[] { LoadNumbers(), LoadBytes() })
        {
            T[] written = new T[Start + count + 1];
            simd.Store(loaded, ref written[0], Start);
            written.ShouldBe([.. Enumerable.Repeat(T.Zero, Start), .. numbers[Start..], T.Zero]);
            simd.Negate(ref written[0], Start, loaded);
            written.ShouldBe([.. Enumerable.Repeat(T.Zero, Start), .. numbers[Start..].Select(number => -number), T.Zero]);
        }

        TVectors LoadNumbers()
        {
            simd.Load(out TVectors result, in numbers[0], Start);
            return result;
        }

        TVectors LoadBytes()
        {
            simd.Load(out TVectors result, in bytes[0], Start);
            return result;
        }
    }
}
