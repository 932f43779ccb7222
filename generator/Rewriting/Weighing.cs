using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>Weights the outputs of an element; derivatives are those of the reduced loss and so carry its scale too.</summary>
internal static class Weighing
{
    /// <summary>The graph with weighted outputs.</summary>
    public static ExprGraph Apply(ExprGraph graph, LossModel model)
    {
        ExprBuilder builder = new();
        Expr[] copies = Transcription.Copy(graph, builder);
        Expr? weight = model.HasWeights ? builder.Add(Op.Weight) : null;
        bool isScaled = model.Configuration.Reduction != Reduction.Sum || model.Has(ParameterRole.GradientScale);
        Expr? scale = isScaled ? builder.Add(Op.Scale) : null;
        Expr? both = weight is { } w && scale is { } s ? w * s : weight ?? scale;

        // statistics count an element as it is, whatever it weighs by its gradient norm
        Expr? inStatistics = model.Configuration.Harmonizing is null ? weight : null;

        // only those of the user may be 0, not those of bins
        Expr? mask = model.Configuration.Harmonizing is null || model.Has(ParameterRole.Weights) ? weight : null;
        return builder.Build(graph.Outputs.Select(o => (o.Kind, Mask(Scaled(copies[o.Node], Factor(o.Kind)), mask))));

        Expr? Factor(OutputKind kind) => Statistics.Contains(kind) ? inStatistics : kind == OutputKind.Loss ? weight : both;
    }

    private static Expr Scaled(Expr value, Expr? factor) => factor is { } f ? ScaleBy(value, f) : value;

    // An element of weight 0 counts nothing, whatever its logit.
    private static Expr Mask(Expr value, Expr? weight) =>
        weight is { } w ? Select(Equal(w, 0), value.Number(0), value) : value;
}
