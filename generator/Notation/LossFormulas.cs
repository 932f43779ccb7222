using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Notation;

/// <summary>A loss as formulas.</summary>
/// <param name="Plain">The loss in one line of plain text.</param>
/// <param name="Latex">The loss in LaTeX.</param>
/// <param name="Positive">The term of y = 1.</param>
/// <param name="PositiveDerivative">Its derivative with respect to the input.</param>
/// <param name="Negative">The term of y = 0.</param>
/// <param name="NegativeDerivative">Its derivative with respect to the input.</param>
internal sealed record LossFormulas(
    string Plain,
    string Latex,
    string Positive,
    string PositiveDerivative,
    string Negative,
    string NegativeDerivative)
{
    /// <summary>The formulas of a loss, from the simplified graph that has both terms and their derivatives.</summary>
    public static LossFormulas Of(ExprGraph graph, LossModel model)
    {
        Typography plain = Typography.Plain with { Hyperparameters = model.Signature.HyperparameterNames };
        Typography latex = Typography.Latex with { Hyperparameters = model.Signature.HyperparameterNames };
        double labelSmoothing = model.Configuration.LabelSmoothing;
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        Expr Find(OutputKind kind) => nodes[graph.Outputs.First(o => o.Kind == kind).Node];
        string Plain(OutputKind kind) => Formula.Print(Find(kind), plain);

        // y and 1 - y, with label smoothing (1 - s) y + s / 2 and what is left to 1
        Expr y = builder.Add(Op.Target);
        Expr positive = labelSmoothing == 0 ? y : ((1 - labelSmoothing) * y) + (labelSmoothing / 2);
        Expr negative = labelSmoothing == 0 ? 1 - y : builder.Constant(1 - (labelSmoothing / 2)) - ((1 - labelSmoothing) * y);
        Expr loss = model.Configuration.Term is not null ? Find(OutputKind.Loss) : (positive * Find(OutputKind.PositiveTerm)) + (negative * Find(OutputKind.NegativeTerm));
        return new LossFormulas(
            "L = " + Formula.Print(loss, plain),
            "L = " + Formula.Print(loss, latex),
            Plain(OutputKind.PositiveTerm),
            Plain(OutputKind.PositiveGradient),
            Plain(OutputKind.NegativeTerm),
            Plain(OutputKind.NegativeGradient));
    }
}
