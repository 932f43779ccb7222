using System.Collections.Generic;
using System.Linq;
using LossGen.Verification;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>What a class of a row pays, and its derivatives by the logarithm of its probability, by hyper-dual numbers.</summary>
internal static class RowReference
{
    /// <summary>The term of the true class, or of every class of soft rows.</summary>
    public static HyperDual Positive(LossConfiguration configuration, double logProbability) => Term(
        configuration, logProbability, configuration.Positive.Gamma, configuration.Positive.DetachFocus, isOfComplement: true);

    /// <summary>The term of the other classes.</summary>
    public static HyperDual Other(LossConfiguration configuration, double logProbability) => Term(
        configuration, logProbability, configuration.Negative.Gamma, configuration.Negative.DetachFocus, isOfComplement: false);

    private static HyperDual Term(LossConfiguration configuration, double logProbability, double gamma, bool isDetached, bool isOfComplement)
    {
        HyperDual v = new(Conditioned.Atom(logProbability), 1, 0);
        HyperDual q = -HyperDual.Expm1(v);
        HyperDual focus = isOfComplement ? HyperDual.Pow(q, gamma) : HyperDual.Exp(gamma * v);
        IEnumerable<HyperDual> polynomial = configuration.Positive.Poly.Select((epsilon, k) => epsilon * HyperDual.Pow(q, k + 1));
        HyperDual rest = polynomial.Aggregate(-v, (sum, term) => sum + term);
        return configuration.Positive.Weight * (isDetached ? HyperDual.Detach(focus) : focus) * rest;
    }
}
