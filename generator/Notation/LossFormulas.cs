using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Notation;

/// <summary>A loss as formulas.</summary>
/// <param name="Plain">The loss in one line of plain text.</param>
/// <param name="Latex">The loss in LaTeX.</param>
/// <param name="Positive">The term of y = 1, or of the true class of a row.</param>
/// <param name="PositiveDerivative">Its derivative with respect to the input.</param>
/// <param name="Negative">The term of y = 0, or of the other classes; empty where they have none.</param>
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
        string Plain(OutputKind kind) => graph.Outputs.Any(o => o.Kind == kind) ? Formula.Print(Find(kind), plain) : "";
        if (model.Path != LossPath.Elements)
        {
            return WithTerms(Row(plain), Row(latex));
        }

        // y and 1 - y, with label smoothing (1 - s) y + s / 2 and what is left to 1
        Expr y = builder.Add(Op.Target);
        Expr positive = labelSmoothing == 0 ? y : ((1 - labelSmoothing) * y) + (labelSmoothing / 2);
        Expr negative = labelSmoothing == 0 ? 1 - y : builder.Constant(1 - (labelSmoothing / 2)) - ((1 - labelSmoothing) * y);
        Expr loss = model.Configuration.Term is not null ? Find(OutputKind.Loss) : (positive * Find(OutputKind.PositiveTerm)) + (negative * Find(OutputKind.NegativeTerm));
        return WithTerms("L = " + Formula.Print(loss, plain), "L = " + Formula.Print(loss, latex));

        LossFormulas WithTerms(string inPlainText, string inLatex) => new(
            inPlainText,
            inLatex,
            Plain(OutputKind.PositiveTerm),
            Plain(OutputKind.PositiveGradient),
            Plain(OutputKind.NegativeTerm),
            Plain(OutputKind.NegativeGradient));

        string Row(Typography type)
        {
            string? other = graph.Outputs.Any(o => o.Kind == OutputKind.NegativeTerm) ? Formula.Print(Find(OutputKind.NegativeTerm), type) : null;
            return RowFormulas.Row(model, Formula.Print(Find(OutputKind.PositiveTerm), type), other, type);
        }
    }
}
