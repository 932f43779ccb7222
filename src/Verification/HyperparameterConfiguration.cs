namespace LossGen;

/// <summary>A hyperparameter that a loss takes at run time.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Kind">What it sets.</param>
/// <param name="Side">The term that it belongs to.</param>
/// <param name="IsPerClass">It has one value per class instead of one value.</param>
public sealed record HyperparameterConfiguration(string Name, HyperparameterKind Kind, TermSide Side, bool IsPerClass)
{
    internal TermConfiguration Set(TermConfiguration term, double value) => Kind switch
    {
        HyperparameterKind.Weight => term with { Weight = value },
        HyperparameterKind.Gamma => term with { Gamma = value },
        HyperparameterKind.Shift => term with { Shift = value },
        HyperparameterKind.Poly => term with { Poly = [value] },
        _ => term,
    };
}
