using System.Linq;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <summary>The declared loss of one element as an expression, literally as it is defined; stability is the business of rewriting.</summary>
internal sealed partial class Terms
{
    private readonly ExprBuilder _builder = new();
    private readonly LossModel _model;
    private readonly Expr _p;
    private readonly Expr _y;

    private Terms(LossModel model)
    {
        _model = model;
        _p = model.Configuration.Activation == Activation.None ? _builder.Add(Op.Probability) : Sigmoid(_builder.Add(Op.Logit));
        _y = _builder.Add(Op.Target);
    }

    /// <summary>L(z, y) = y term_positive + (1 - y) term_negative, or one term over (p, y); both terms as outputs of their own.</summary>
    public static ExprGraph Combine(LossModel model) => model.Path switch
    {
        LossPath.TrueClass => new Terms(model).CombineTrueClass(),
        LossPath.AllClasses => new Terms(model).CombineAllClasses(),
        _ => new Terms(model).Combine(),
    };

    private ExprGraph Combine()
    {
        LossConfiguration configuration = _model.Configuration;
        Expr positive = configuration.Term is { } whole ? Custom(whole, _p, _builder.Constant(1)) : Positive(configuration.Positive);
        Expr negative = configuration.Term is { } term ? Custom(term, _p, _builder.Constant(0)) : Negative(configuration.Negative);
        return _builder.Build(
        [
            (OutputKind.Loss, configuration.Term is { } both ? Whole(both, positive, negative) : Mix(positive, negative)),
            (OutputKind.PositiveTerm, positive),
            (OutputKind.NegativeTerm, negative),
            .. Statistics(),
        ]);
    }

    private Expr Positive(TermConfiguration term) => Term(term, Side.Positive, _p, t => t, Number(1));

    private Expr Negative(TermConfiguration term) => Term(term, Side.Negative, 1 - _p, t => 1 - t, Number(0));

    // Weight * (u^Gamma * (-log t') + sum_j Poly[j-1] * u^(Gamma + j)),  t' = min(t + Shift, 1),  u = 1 - t'; or Weight times
    // the user's term of p, which is t' for y = 1 and 1 - t' for y = 0
    private Expr Term(TermConfiguration term, Side side, Expr t, System.Func<Expr, Expr> probability, Expr target)
    {
        Expr weight = Value(side, HyperparameterProperty.Weight, term.Weight);
        Expr shift = Value(side, HyperparameterProperty.Shift, term.Shift);
        Expr Unweighted(Expr confidence) => term.Custom is { } custom
            ? Custom(custom, probability(confidence), target)
            : BuiltIn(term, side, confidence);

        // Where a shift given at run time is 0, log p is not the logarithm of a rounded p.
        Expr shifted = shift.IsZero ? Unweighted(t) : Unweighted(Min(t + shift, 1));
        return weight * (shift.IsConstant ? shifted : Select(Equal(shift, 0), Unweighted(t), shifted));
    }

    private Expr BuiltIn(TermConfiguration term, Side side, Expr confidence)
    {
        Expr u = 1 - confidence;
        Expr focus = GeneralPower(u, Value(side, HyperparameterProperty.Gamma, term.Gamma));
        return (term.DetachFocus ? Detach(focus) : focus) * (-Log(confidence) + Polynomial(term, side, u));
    }

    private Expr Polynomial(TermConfiguration term, Side side, Expr u) =>
        Given(side, HyperparameterProperty.Poly) is { } epsilon ? epsilon * u : Polynomial(u, term);

    // eps_1 u + eps_2 u^2 + ... = u (eps_1 + u (eps_2 + ...))
    private static Expr Polynomial(Expr u, TermConfiguration term) =>
        term.Poly.Reverse().Aggregate(u.Number(0), (sum, epsilon) => u * (u.Number(epsilon) + sum));

    private Expr Custom(CustomTerm term, Expr probability, Expr target)
    {
        Expr[] copies = Transcription.Copy(term.Graph, _builder, e => e.Op switch
        {
            Op.Probability => probability,
            Op.Target => target,
            _ => e,
        });
        return copies[term.Graph.Outputs.Single().Node];
    }

    private Expr Value(Side side, HyperparameterProperty property, double declared) => Given(side, property) ?? Number(declared);

    // the hyperparameter that is given at run time, if it is
    private Expr? Given(Side side, HyperparameterProperty property)
    {
        for (int index = 0; index < _model.Signature.Hyperparameters.Count; index++)
        {
            Hyperparameter hyperparameter = _model.Signature.Hyperparameters[index];
            if (hyperparameter.Side == side && hyperparameter.Property == property)
            {
                return _builder.Hyperparameter(index, hyperparameter.IsNonNegative);
            }
        }

        return null;
    }

    private Expr Mix(Expr positive, Expr negative)
    {
        double smoothing = _model.Configuration.LabelSmoothing;
        return (_model.HasHardTargets, smoothing) switch
        {
            (true, 0) => Select(IsPositive, positive, negative),
            (_, not 0) => Blend(Smoothed(smoothing), positive, negative),

            // a term with weight 0 counts 0 even where it is infinite
            _ => Select(Equal(_y, 0), Number(0), _y * positive) + Select(Equal(_y, 1), Number(0), (1 - _y) * negative),
        };
    }

    // a term over (p, y) takes the target as it is, or hardened, or smoothed
    private Expr Whole(CustomTerm term, Expr positive, Expr negative)
    {
        double smoothing = _model.Configuration.LabelSmoothing;
        return (_model.HasHardTargets, smoothing) switch
        {
            (true, 0) => Select(IsPositive, positive, negative),
            (_, not 0) => Custom(term, _p, Smoothed(smoothing)),
            _ => Custom(term, _p, _y),
        };
    }

    private Expr IsPositive => Less(Number(0.5), _y);

    // (1 - s) y + s / 2
    private Expr Smoothed(double smoothing) => _model.HasHardTargets
        ? Select(IsPositive, Number(1 - (smoothing / 2)), Number(smoothing / 2))
        : ((1 - smoothing) * _y) + (smoothing / 2);

    private static Expr Blend(Expr y, Expr positive, Expr negative) => (y * positive) + ((1 - y) * negative);

    private Expr Number(double value) => _builder.Constant(value);
}
