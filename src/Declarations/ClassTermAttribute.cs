using System;

namespace LossGen;

/// <summary>
/// What one class pays. With t the confidence in the truth (p for y = 1, 1 - p for y = 0), t' = min(t + Shift, 1)
/// and u = 1 - t':
/// <c>Weight * (u^Gamma * (-log t') + sum_j Poly[j-1] * u^(Gamma + j))</c>.
/// </summary>
public abstract class ClassTermAttribute : Attribute
{
    private protected ClassTermAttribute()
    {
    }

    private protected ClassTermAttribute(string term) => Term = term;

    /// <summary>
    /// The name of the static method that is the term, or null for the formula above; it excludes <see cref="Gamma"/>,
    /// <see cref="Poly"/> and <see cref="DetachFocus"/>. The method takes and returns <see cref="double"/>: <c>p</c> is the probability of
    /// the positive class after the <see cref="Shift"/> (min(p + Shift, 1) for y = 1, max(p - Shift, 0) for y = 0),
    /// <c>z</c> the logit, <c>y</c> the target, and any other parameter is the hyperparameter of that name.
    /// </summary>
    public string? Term { get; }

    /// <summary>Class balance, the alpha of balanced and focal loss. Finite. Default 1.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Focusing exponent, any finite real &gt;= 0 (Lin et al., 2017, equation 4). Default 0.</summary>
    public double Gamma { get; set; }

    /// <summary>Probability shift m in [0, 1) (Ridnik et al., 2021, equation 5). Default 0.</summary>
    public double Shift { get; set; }

    /// <summary>Coefficients eps_1..eps_N of the polynomial expansion (Leng et al., 2022, equation 5). Default none.</summary>
    public double[]? Poly { get; set; }

    /// <summary>The factor u^Gamma counts as a constant in gradient and hessian (stop-gradient).</summary>
    public bool DetachFocus { get; set; }
}
