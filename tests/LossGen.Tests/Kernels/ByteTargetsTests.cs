using System;
using System.Linq;
using System.Runtime.Intrinsics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

public sealed class ByteTargetsTests
{
    private const int Start = 3;

    private static readonly byte[] Bytes = Enumerable.Range(0, 32).Select(i => (byte)(i * 37)).ToArray();

    [Fact]
    public void Bytes_become_single_precision_numbers_in_every_width()
    {
        float[] expected = Bytes.Skip(Start).Select(value => (float)value).ToArray();
        float[] actual = new float[16];

        ByteTargets.LoadSingle512(in Bytes[0], Start).CopyTo(actual);
        actual.ShouldBe(expected[..16]);
        ByteTargets.LoadSingle256(in Bytes[0], Start).CopyTo(actual);
        actual[..8].ShouldBe(expected[..8]);
        ByteTargets.LoadSingle128(in Bytes[0], Start).CopyTo(actual);
        actual[..4].ShouldBe(expected[..4]);
        ByteTargets.LoadSingle(in Bytes[0], Start).ShouldBe(expected[0]);
    }

    [Fact]
    public void Bytes_become_double_precision_numbers_in_every_width()
    {
        double[] expected = Bytes.Skip(Start).Select(value => (double)value).ToArray();
        double[] actual = new double[8];

        ByteTargets.LoadDouble512(in Bytes[0], Start).CopyTo(actual);
        actual.ShouldBe(expected[..8]);
        ByteTargets.LoadDouble256(in Bytes[0], Start).CopyTo(actual);
        actual[..4].ShouldBe(expected[..4]);
        ByteTargets.LoadDouble128(in Bytes[0], Start).CopyTo(actual);
        actual[..2].ShouldBe(expected[..2]);
        ByteTargets.LoadDouble(in Bytes[0], Start).ShouldBe(expected[0]);
    }
}
