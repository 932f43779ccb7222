using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <content>
/// Rows of classes. What a class pays is a formula of its probability p = sigmoid(z) alone, where z is the logit of p: of the
/// true class the logit against all the others, else log p - log(1 - p). Weights, shares of the target and the sum over the
/// classes are the business of the library.
/// </content>
internal sealed partial class Terms
{
    private ExprGraph CombineTrueClass()
    {
        Expr term = Positive(_model.Configuration.Positive);
        return _builder.Build([(OutputKind.Loss, term), (OutputKind.PositiveTerm, term)]);
    }

    // soft rows pay the same term for every class; of a label, y is 1 for the true class and 0 for the others
    private ExprGraph CombineAllClasses()
    {
        if (!_model.Has(ParameterRole.Labels))
        {
            return CombineTrueClass();
        }

        Expr positive = Positive(_model.Configuration.Positive);
        Expr other = OtherClass(_model.Configuration);
        return _builder.Build(
        [
            (OutputKind.Loss, Select(IsPositive, positive, other)),
            (OutputKind.PositiveTerm, positive),
            (OutputKind.NegativeTerm, other),
        ]);
    }

    // Weight * p^Gamma (-log p + sum_j Poly[j-1] (1 - p)^j), Gamma that of [Negative], Weight and Poly those of [Positive]
    private Expr OtherClass(LossConfiguration configuration)
    {
        Expr focus = GeneralPower(_p, Value(Side.Negative, HyperparameterProperty.Gamma, configuration.Negative.Gamma));
        Expr term = (configuration.Negative.DetachFocus ? Detach(focus) : focus) * (-Log(_p) + Polynomial(configuration.Positive, Side.Positive, 1 - _p));
        return Value(Side.Positive, HyperparameterProperty.Weight, configuration.Positive.Weight) * term;
    }
}
