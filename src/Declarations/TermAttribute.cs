using System;

namespace LossGen;

/// <summary>
/// What an element pays, as one term over the probability and the target: it takes the place of <see cref="PositiveAttribute"/>
/// and <see cref="NegativeAttribute"/> where the loss is not linear in the target, as quality focal loss and varifocal loss are not.
/// </summary>
/// <param name="term">The name of the static method that is the term: <c>nameof(F)</c>; see <see cref="ClassTermAttribute.Term"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TermAttribute(string term) : Attribute
{
    /// <summary>The name of the static method that is the term.</summary>
    public string Term { get; } = term;
}
