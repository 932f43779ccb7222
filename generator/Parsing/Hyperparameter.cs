namespace LossGen.Generator.Parsing;

/// <summary>A hyperparameter that is given at run time: a parameter of the loss method.</summary>
/// <param name="Name">The name of the parameter, without escape.</param>
/// <param name="Property">What it sets.</param>
/// <param name="Side">The term it belongs to; null for a hyperparameter of a term method, which is known by name.</param>
/// <param name="IsPerClass">A span with one value per class instead of one value.</param>
internal sealed record Hyperparameter(string Name, HyperparameterProperty Property, Side? Side, bool IsPerClass)
{
    /// <summary>Negative values are refused when the loss is called.</summary>
    public bool IsNonNegative => Property is HyperparameterProperty.Gamma or HyperparameterProperty.Shift;
}

/// <summary>What a hyperparameter sets.</summary>
internal enum HyperparameterProperty
{
    /// <summary>Class balance.</summary>
    Weight,

    /// <summary>The focusing exponent.</summary>
    Gamma,

    /// <summary>The probability shift.</summary>
    Shift,

    /// <summary>The first and only coefficient of the polynomial expansion.</summary>
    Poly,

    /// <summary>A parameter of a term method.</summary>
    Custom,
}

/// <summary>The two classes of a binary loss.</summary>
internal enum Side
{
    /// <summary>y = 1.</summary>
    Positive,

    /// <summary>y = 0.</summary>
    Negative,
}
