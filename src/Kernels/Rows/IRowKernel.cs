using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>
/// A generated kernel of the terms of a loss over rows of classes: value and derivatives of independent terms, neither
/// weighted nor scaled. The driver makes rows of them. Implemented by generated code only.
/// </summary>
/// <remarks>
/// Where a row pays for its true class alone (<see cref="RowLoss.EvaluateTrueClass"/>), the input of a term is that class's
/// logit against the rest, u = z_c - log sum_(j != c) exp z_j, so that p_c = sigmoid(u), and derivatives are by u. Where
/// every class pays (<see cref="RowLoss.EvaluateAllClasses"/>), the input is v_j = log p_j &lt; 0, derivatives are by v_j, and the
/// target is 1 for the true class, 0 for the others.
/// A second derivative by a logit needs the first one of the terms: with <see cref="LossRoles.Hessian"/> a kernel writes both.
/// It reads no weights, and its scale is 1. v_j is a normal number, or NaN.
/// </remarks>
/// <typeparam name="TTerm">What terms are computed in: <see cref="double"/> for the true class alone, the type of the logits for all classes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowKernel<TTerm> : IElementwiseKernel<TTerm, byte>
    where TTerm : unmanaged
{
    /// <summary>Rows have the index of a class as their target, and not a distribution over the classes.</summary>
    static virtual bool HasLabels => true;

    /// <summary>The label of a row that does not count.</summary>
    static virtual long IgnoreLabel => -100;

    /// <summary>s: the target of class j becomes (1 - s) y_j + s / K.</summary>
    static virtual double LabelSmoothing => 0;
}
