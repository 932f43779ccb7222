namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>The syntactic sorts of a term.</summary>
internal enum Sort
{
    /// <summary>An expression of type <see cref="double"/>.</summary>
    Number,

    /// <summary>An expression of type <see cref="bool"/>.</summary>
    Condition,

    /// <summary>The statements up to the end of a method.</summary>
    Body,
}
