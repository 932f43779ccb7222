using System.Linq;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <summary>The declared loss of one element as an expression, literally as it is defined; stability is the business of rewriting.</summary>
internal static class Terms
{
    /// <summary>L(z, y) = y term_positive + (1 - y) term_negative, with both terms as outputs of their own.</summary>
    public static ExprGraph Combine(LossModel model)
    {
        ExprBuilder builder = new();
        LossConfiguration configuration = model.Configuration;
        Expr p = configuration.Activation == Activation.Sigmoid ? Sigmoid(builder.Add(Op.Logit)) : builder.Add(Op.Probability);
        Expr positive = Term(p, configuration.Positive);
        Expr negative = Term(1 - p, configuration.Negative);
        return builder.Build(
        [
            (OutputKind.Loss, Mix(builder.Add(Op.Target), positive, negative, model)),
            (OutputKind.PositiveTerm, positive),
            (OutputKind.NegativeTerm, negative),
        ]);
    }

    // Weight * (u^Gamma * (-log t') + sum_j Poly[j-1] * u^(Gamma + j)),  t' = min(t + Shift, 1),  u = 1 - t'
    private static Expr Term(Expr t, TermConfiguration term)
    {
        Expr shifted = term.Shift == 0 ? t : Min(t + term.Shift, 1);
        Expr u = 1 - shifted;
        Expr focus = Power(u, term.Gamma);
        return term.Weight * ((term.DetachFocus ? Detach(focus) : focus) * (-Log(shifted) + Polynomial(u, term)));
    }

    // eps_1 u + eps_2 u^2 + ... = u (eps_1 + u (eps_2 + ...))
    private static Expr Polynomial(Expr u, TermConfiguration term) =>
        term.Poly.Reverse().Aggregate(u.Number(0), (sum, epsilon) => u * (u.Number(epsilon) + sum));

    private static Expr Mix(Expr y, Expr positive, Expr negative, LossModel model)
    {
        double smoothing = model.Configuration.LabelSmoothing;
        Expr isPositive = Less(y.Number(0.5), y);
        return (model.HasHardTargets, smoothing) switch
        {
            (true, 0) => Select(isPositive, positive, negative),
            (true, _) => Blend(Select(isPositive, y.Number(1 - (smoothing / 2)), y.Number(smoothing / 2)), positive, negative),

            // a term with weight 0 counts 0 even where it is infinite
            (false, 0) => Select(Equal(y, 0), y.Number(0), y * positive) + Select(Equal(y, 1), y.Number(0), (1 - y) * negative),

            // (1 - s) y + s / 2
            (false, _) => Blend(((1 - smoothing) * y) + (smoothing / 2), positive, negative),
        };
    }

    private static Expr Blend(Expr y, Expr positive, Expr negative) => (y * positive) + ((1 - y) * negative);
}
