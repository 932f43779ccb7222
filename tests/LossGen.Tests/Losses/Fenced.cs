using System;
using System.Numerics;
using Shouldly;

namespace LossGen.Tests.Losses;

/// <summary>An output at a random place of a longer array, with known values on both sides.</summary>
internal sealed class Fenced<T>(int longest, int margin)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Canary = T.CreateTruncating(-12345);

    private readonly T[] memory = new T[longest + (3 * margin)];
    private int start;
    private int length;

    /// <summary>An output of that length; what was written before is gone.</summary>
    public Span<T> Place(int outputLength, Random random)
    {
        start = margin + random.Next(margin);
        length = outputLength;
        memory.AsSpan(start - margin, length + (2 * margin)).Fill(Canary);
        return memory.AsSpan(start, length);
    }

    /// <summary>The output holds the values bit for bit, and nothing was written beside it.</summary>
    public void ShouldHold(ReadOnlySpan<T> expected)
    {
        Results<T>.Same(memory.AsSpan(start, length), expected).ShouldBeTrue($"length {length}, {start} elements into the array");
        memory.AsSpan(start - margin, margin).ContainsAnyExcept(Canary).ShouldBeFalse("memory before the output");
        memory.AsSpan(start + length, margin).ContainsAnyExcept(Canary).ShouldBeFalse("memory after the output");
    }
}
