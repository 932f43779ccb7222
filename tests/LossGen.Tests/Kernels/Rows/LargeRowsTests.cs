using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Batches from main memory, whose gradient goes past the caches: the bits are those of gradients that replace their logits, which does not.</summary>
public sealed class LargeRowsTests
{
    private const int Size = 1 << 23;

    public static IEnumerable<object[]> ClassCounts => ((int[])[2, 10, 28, 29, 80, 100, 200, 320, 512, 513, 768, 769, 1024]).Select(k => new object[] { k });

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Singles_have_the_same_bits(int classes) => Check<float>(classes);

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Doubles_have_the_same_bits(int classes) => Check<double>(classes);

    private static void Check<T>(int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowRun<T> streamed = Batch<T>(classes).Call<FocalTerm, AllOutputs>();
        MainMemory.Receives<T>(streamed.Logits, streamed.Gradient).ShouldBeTrue();
        RowRun<T> inPlace = Batch<T>(classes).InPlace().Call<FocalTerm, AllOutputs>();
        streamed.Value.ShouldBe(inPlace.Value);
        streamed.Losses.AsSpan().SequenceEqual(inPlace.Losses).ShouldBeTrue();
        streamed.Gradient.AsSpan().SequenceEqual(inPlace.Gradient).ShouldBeTrue();
        streamed.Hessian.AsSpan().SequenceEqual(inPlace.Hessian).ShouldBeTrue();

        RowRun<T> gradient = Batch<T>(classes).Call<FocalTerm, GradientOnly>();
        gradient.Gradient.AsSpan().SequenceEqual(streamed.Gradient).ShouldBeTrue();
    }

    // few more rows than are enough; the same numbers again and again, of which the rows make different ones
    private static RowRun<T> Batch<T>(int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = (Size / Unsafe.SizeOf<T>() / classes) + 3;
        T[] some = RowInputs.Logits<T>(new(1), 10_007, 4);
        T[] logits = [.. Enumerable.Range(0, rows * classes).Select(i => some[i % some.Length])];
        return new(logits, RowInputs.Labels(new(2), rows, classes));
    }
}
