using LossGen.Generator.Emission;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Notation;

/// <summary>What a row of classes pays, in one line.</summary>
internal static class RowFormulas
{
    /// <summary>The loss of a row.</summary>
    /// <param name="model">The declaration.</param>
    /// <param name="positive">The term of the true class, or of every class of soft rows.</param>
    /// <param name="other">The term of the others; null where they have none of their own.</param>
    /// <param name="type">How it is set.</param>
    public static string Row(LossModel model, string positive, string? other, Typography type)
    {
        if (model.Path == LossPath.TrueClass)
        {
            return "L = " + positive;
        }

        string terms = other is null || other == positive ? $"l = {positive}" : $"l = {positive} {type.Text("where j = c")},   l = {other} {type.Text("elsewhere")}";
        return $"L = {type.Function("sum")}_j {Share(model, type)} l(p_j),   {terms}";
    }

    /// <summary>What class j has of the target: y_j, or 1 for the true class c, with label smoothing (1 - s) of that and s / K.</summary>
    public static string Share(LossModel model, Typography type)
    {
        double smoothing = model.Configuration.LabelSmoothing;
        string share = model.Has(ParameterRole.Labels) ? "[j = c]" : "y_j";
        return smoothing == 0 ? share : $"({Literal.Shortest(1 - smoothing)} {share} + {type.Quotient(Literal.Shortest(smoothing), "K")})";
    }
}
