using System.Globalization;
using LossGen.Verification;
using Shouldly;

namespace LossGen.Tests.Losses;

/// <summary>The largest errors of loss, gradient and hessian of an unweighted, unscaled loss against the reference.</summary>
internal sealed class ElementErrors(FloatingPointFormat format, LossConfiguration configuration)
{
    /// <summary>The contract of single precision, in ulp of the conditioned magnitude (see <see cref="Conditioned"/>).</summary>
    public const double SingleLimit = 4;

    private readonly ErrorRecord loss = new(format, KernelVerification.Underflow(configuration, format));
    private readonly ErrorRecord gradient = new(format, KernelVerification.Underflow(configuration, format));
    private readonly ErrorRecord hessian = new(format, KernelVerification.Underflow(configuration, format));

    public void Add(double logit, double target, double actualLoss, double actualGradient, double actualHessian)
    {
        ElementReference reference = ElementReference.Of(configuration, format, logit, target, weight: 1);
        loss.Add(actualLoss, reference.Loss, 1, logit, target);
        gradient.Add(actualGradient, reference.Gradient, 1, logit, target);
        if (reference.Hessian is ReferenceInterval curvature)
        {
            hessian.Add(actualHessian, curvature, 1, logit, target);
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"loss {loss.Largest}, gradient {gradient.Largest}, hessian {hessian.Largest}");

    public void ShouldBeWithin(double ulp, string name)
    {
        string message = string.Create(CultureInfo.InvariantCulture, $"{name}: {this}, limit {ulp} ulp");
        loss.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
        gradient.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
        hessian.Largest.Ulp.ShouldBeLessThanOrEqualTo(ulp, message);
    }

    /// <summary>Takes the larger errors of both.</summary>
    public void Merge(ElementErrors other)
    {
        loss.Merge(other.loss);
        gradient.Merge(other.gradient);
        hessian.Merge(other.hessian);
    }
}
