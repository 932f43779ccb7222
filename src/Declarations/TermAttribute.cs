using System;

namespace LossGen;

/// <summary>
/// What one class pays. With t the confidence in the truth (p for y = 1, 1 - p for y = 0), t' = min(t + Shift, 1)
/// and u = 1 - t':
/// <c>Weight * (u^Gamma * (-log t') + sum_j Poly[j-1] * u^(Gamma + j))</c>.
/// </summary>
public abstract class TermAttribute : Attribute
{
    private protected TermAttribute()
    {
    }

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
