using System.Globalization;

namespace LossGen;

/// <summary>Where a term method and the formula that was read from it give different numbers.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Probability">p.</param>
/// <param name="Logit">z.</param>
/// <param name="Target">y.</param>
/// <param name="ByMethod">What the method gives.</param>
/// <param name="ByFormula">What the formula gives.</param>
public sealed record TermDisagreement(string Method, double Probability, double Logit, double Target, double ByMethod, double ByFormula)
{
    /// <summary>One phrase: <c>Hill is 0.25, its formula 0.5 (p = 0.5, z = 0, y = 1)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Method} is {ByMethod:G9}, its formula {ByFormula:G9} (p = {Probability:G9}, z = {Logit:G9}, y = {Target:G9})");
}
