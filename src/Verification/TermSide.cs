namespace LossGen;

/// <summary>Which terms of a loss a hyperparameter belongs to.</summary>
public enum TermSide
{
    /// <summary>Every term method that has a parameter of its name.</summary>
    Both,

    /// <summary>The term of y = 1.</summary>
    Positive,

    /// <summary>The term of y = 0.</summary>
    Negative,
}
