namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>What values an expression is written to have.</summary>
internal enum Domain
{
    /// <summary>Strictly between 0 and 1: what has a logarithm and may be divided by.</summary>
    Open,

    /// <summary>From 0 to 1.</summary>
    Unit,

    /// <summary>Greater than 0.</summary>
    Positive,

    /// <summary>Of moderate magnitude: what has an exponential.</summary>
    Bounded,

    /// <summary>Any number.</summary>
    Any,

    /// <summary>Any number, and nothing of the kind that a function asks for: the logarithm of a negative number is welcome.</summary>
    Unrestricted,
}
