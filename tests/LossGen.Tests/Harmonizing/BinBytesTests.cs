using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class BinBytesTests
{
    [Fact]
    public void Singles_become_the_bytes_of_their_integral_parts_and_bytes_become_numbers() => Check<float>();

    [Fact]
    public void Doubles_become_the_bytes_of_their_integral_parts_and_bytes_become_numbers() => Check<double>();

    private static void Check<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)(i * 77))];
        T[] numbers = [.. all.Select((value, i) => T.CreateTruncating(value + (i % 4 * 0.25)))];
        for (int length = 0; length <= all.Length; length++)
        {
            byte[] bytes = new byte[length];
            BinBytes.Convert<T>(numbers[..length], bytes);
            bytes.ShouldBe(all[..length]);
            T[] widened = new T[length];
            BinBytes.Convert<T>(bytes, widened);
            widened.ShouldBe(all[..length].Select(T.CreateTruncating));
        }
    }
}
