using System.Collections.Generic;
using System.Globalization;
using LossGen.Verification;
using Shouldly;

namespace LossGen.Tests.Losses;

/// <summary>The largest errors of loss, gradient and hessian of an unweighted, unscaled loss against the reference.</summary>
internal sealed class ElementErrors(FloatingPointFormat format)
{
    /// <summary>The contract of single precision, in ulp of the conditioned magnitude (see <see cref="Conditioned"/>).</summary>
    public const double SingleLimit = 4;

    private readonly ErrorRecord loss = new(format);
    private readonly ErrorRecord gradient = new(format);
    private readonly ErrorRecord hessian = new(format);

    public void Add(LossConfiguration configuration, double logit, double target, double actualLoss, double actualGradient, double actualHessian)
    {
        ElementReference reference = ElementReference.Of(configuration, format, logit, target, weight: 1);
        loss.Add(actualLoss, reference.Loss, 1, logit, target);
        gradient.Add(actualGradient, reference.Gradient, 1, logit, target);
        if (reference.Hessian is ReferenceInterval curvature)
        {
            hessian.Add(actualHessian, curvature, 1, logit, target);
        }
    }

    public void ShouldBeWithin(double ulp, string name)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{name}: loss {loss.Largest}, gradient {gradient.Largest}, hessian {hessian.Largest}, limit {ulp} ulp");
        loss.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
        gradient.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
        hessian.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
    }

    /// <summary>The larger errors of several threads.</summary>
    public static IEnumerable<LargestError> Largest(IEnumerable<ElementErrors> all)
    {
        LargestError[] largest = new LargestError[3];
        foreach (ElementErrors errors in all)
        {
            LargestError[] its = [errors.loss.Largest, errors.gradient.Largest, errors.hessian.Largest];
            for (int i = 0; i < 3; i++)
            {
                largest[i] = its[i].Ulp > largest[i].Ulp ? its[i] : largest[i];
            }
        }

        return largest;
    }
}
