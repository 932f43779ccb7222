using System;

namespace LossGen.Tests.Losses;

internal static partial class Outer
{
    /// <summary>A nested struct.</summary>
    public partial struct InStruct
    {
        [Loss]
        [Positive]
        [Negative]
        public static partial float Nested(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
    }

    /// <summary>A generic record in a class.</summary>
    public partial record InRecord<TElement>(TElement Element)
        where TElement : notnull
    {
        [Loss]
        [Positive(Gamma = 2)]
        [Negative(Gamma = 2)]
        public static partial double Generic(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);
    }
}

/// <summary>A record struct.</summary>
internal readonly partial record struct InRecordStruct(int Number)
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float Value(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets);
}

/// <summary>A generic class with two parameters.</summary>
internal abstract partial class InGenericClass<TFirst, TSecond>
    where TFirst : class
    where TSecond : struct
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float Value(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> losses);
}

/// <summary>An interface.</summary>
internal partial interface IDeclaresLoss
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float Value(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);
}
