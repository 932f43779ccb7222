using LossGen.Generator.Algebra;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>A term method: the user's own formula.</summary>
/// <param name="Method">How generated code calls the method, fully qualified where it is not in the type of the loss.</param>
/// <param name="Arguments">What the method's parameters stand for, in their order.</param>
/// <param name="Graph">
/// What the method returns, as the output of kind <see cref="OutputKind.Term"/>, literally as it is written.
/// <see cref="Op.Probability"/>, <see cref="Op.Logit"/> and <see cref="Op.Target"/> stand for its parameters p, z and y, and
/// <see cref="Op.Hyperparameter"/> for the hyperparameter of the loss with that index.
/// </param>
internal sealed record CustomTerm(string Method, EquatableArray<TermArgument> Arguments, ExprGraph Graph);

/// <summary>What a parameter of a term method stands for.</summary>
/// <param name="Kind">The meaning.</param>
/// <param name="Hyperparameter">The index of the hyperparameter of the loss, for <see cref="TermArgumentKind.Hyperparameter"/>.</param>
internal readonly record struct TermArgument(TermArgumentKind Kind, int Hyperparameter = -1)
{
    /// <summary>The name of the parameter, without escape: an argument after one that is left out is passed by name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The meanings of the parameters of a term method.</summary>
internal enum TermArgumentKind
{
    /// <summary>p, after the shift.</summary>
    Probability,

    /// <summary>z.</summary>
    Logit,

    /// <summary>y.</summary>
    Target,

    /// <summary>A hyperparameter that the loss takes at run time.</summary>
    Hyperparameter,

    /// <summary>The default value of an optional parameter that the loss has no parameter for.</summary>
    Default,
}
