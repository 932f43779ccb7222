using System.Collections.Generic;
using LossGen.Verification;

namespace LossGen;

/// <summary>The values of <c>[Positive]</c> or <c>[Negative]</c>; see <see cref="ClassTermAttribute"/> for the formula.</summary>
public sealed record TermConfiguration
{
    /// <summary>Class balance alpha.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Focusing exponent, &gt;= 0.</summary>
    public double Gamma { get; init; }

    /// <summary>Probability shift m in [0, 1).</summary>
    public double Shift { get; init; }

    /// <summary>Coefficients eps_1..eps_N of the polynomial expansion.</summary>
    public IReadOnlyList<double> Poly { get; init; } = [];

    /// <summary>The factor u^Gamma counts as a constant in the derivatives.</summary>
    public bool DetachFocus { get; init; }

    /// <summary>The method that is the term, instead of the formula of <see cref="Gamma"/> and <see cref="Poly"/>; null for that formula.</summary>
    public TermMethod? Custom { get; init; }
}
