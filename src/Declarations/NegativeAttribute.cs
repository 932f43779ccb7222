using System;

namespace LossGen;

/// <summary>What an element with target y = 0 pays, the negative term of a loss.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NegativeAttribute : ClassTermAttribute
{
    /// <summary>The term is the formula of <see cref="ClassTermAttribute"/>.</summary>
    public NegativeAttribute()
    {
    }

    /// <summary>The term is a method.</summary>
    /// <param name="term">The name of the method: <c>nameof(F)</c>.</param>
    public NegativeAttribute(string term)
        : base(term)
    {
    }
}
