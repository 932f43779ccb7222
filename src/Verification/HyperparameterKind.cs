namespace LossGen;

/// <summary>What a hyperparameter that is given at run time sets.</summary>
public enum HyperparameterKind
{
    /// <summary><see cref="ClassTermAttribute.Weight"/>.</summary>
    Weight,

    /// <summary><see cref="ClassTermAttribute.Gamma"/>.</summary>
    Gamma,

    /// <summary><see cref="ClassTermAttribute.Shift"/>.</summary>
    Shift,

    /// <summary>The first and only coefficient of <see cref="ClassTermAttribute.Poly"/>.</summary>
    Poly,

    /// <summary>A parameter of a term method.</summary>
    Custom,
}
