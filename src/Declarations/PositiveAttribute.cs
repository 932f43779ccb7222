using System;

namespace LossGen;

/// <summary>What an element with target y = 1 pays, the positive term of a loss.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PositiveAttribute : ClassTermAttribute
{
    /// <summary>The term is the formula of <see cref="ClassTermAttribute"/>.</summary>
    public PositiveAttribute()
    {
    }

    /// <summary>The term is a method.</summary>
    /// <param name="term">The name of the method: <c>nameof(F)</c>.</param>
    public PositiveAttribute(string term)
        : base(term)
    {
    }
}
