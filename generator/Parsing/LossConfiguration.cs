using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>The values of the attributes of a loss.</summary>
internal sealed record LossConfiguration(
    Activation Activation,
    Reduction Reduction,
    bool HardTargets,
    double LabelSmoothing,
    TermConfiguration Positive,
    TermConfiguration Negative)
{
    /// <summary>The label of a row that does not count, where the declaration does not say it.</summary>
    public const long DefaultIgnoreLabel = -100;

    /// <summary>The one term over (p, y) that replaces both.</summary>
    public CustomTerm? Term { get; init; }

    /// <summary>The label of a row that does not count.</summary>
    public long IgnoreLabel { get; init; } = DefaultIgnoreLabel;

    /// <summary>How elements are weighed by their gradient norm, if they are.</summary>
    public HarmonizingConfiguration? Harmonizing { get; init; }

    /// <summary>A method is the term, or one of them.</summary>
    public bool HasCustomTerm => (Term ?? Positive.Custom ?? Negative.Custom) is not null;
}

/// <summary>The values of <c>[Positive]</c> or <c>[Negative]</c>.</summary>
internal sealed record TermConfiguration(
    double Weight,
    double Gamma,
    double Shift,
    EquatableArray<double> Poly,
    bool DetachFocus)
{
    /// <summary>The method that is the term.</summary>
    public CustomTerm? Custom { get; init; }
}

/// <summary>Mirrors LossGen.Activation of the runtime library, in its order.</summary>
internal enum Activation
{
    Sigmoid,
    Softmax,
    None,
}

/// <summary>Mirrors LossGen.Reduction of the runtime library, in its order.</summary>
internal enum Reduction
{
    Mean,
    WeightedMean,
    Sum,
}
