using System;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>Compares a kernel with the reference on a fixed set of inputs.</summary>
internal static class KernelVerification
{
    // the contract of a kernel, see Conditioned
    private const double SingleLimit = 4;

    // In double precision the reference itself is rounded: 4 ulp for the kernel and 12 for the dozen operations, among them
    // an exponential, a logarithm and a power of 1 ulp each, on the reference's longest path.
    private const double DoubleLimit = 16;

    /// <summary>Runs the comparison.</summary>
    public static VerificationReport Run<T>(string name, LossConfiguration configuration, LossInvocation<T> invoke)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FloatingPointFormat format = FloatingPointFormat.Of<T>();
        LossArguments<T> batch = VerificationInputs.Create<T>(configuration);
        double reduced = invoke(batch);
        double scale = Scale(configuration, batch);
        double underflow = Underflow(configuration, format);
        ErrorRecord loss = new(format, underflow);
        ErrorRecord gradient = new(format, underflow);
        ErrorRecord hessian = new(format, underflow);
        LossOfElement<T> lossOf = new(configuration, invoke, batch);
        Conditioned sum = 0;
        for (int i = 0; i < batch.Input.Length; i++)
        {
            double input = double.CreateTruncating(batch.Input[i]);
            double target = double.CreateTruncating(batch.Targets[i]);
            double weight = Weight(configuration.Roles, batch, i);
            ElementReference reference = ElementReference.Of(configuration, format, input, target, weight);
            sum += new Conditioned(reference.Loss.Low, reference.Loss.Magnitude);
            if (lossOf.IsComputed)
            {
                loss.Add(lossOf.At(i), reference.Loss, 1, input, target);
            }

            if (Has(configuration, LossRoles.Gradient))
            {
                gradient.Add(double.CreateTruncating(batch.Gradient[i]), reference.Gradient, scale, input, target);
            }

            if (Has(configuration, LossRoles.Hessian) && reference.Hessian is ReferenceInterval curvature)
            {
                hessian.Add(double.CreateTruncating(batch.Hessian[i]), curvature, scale, input, target);
            }
        }

        double limit = typeof(T) == typeof(float) ? SingleLimit : DoubleLimit;
        return new()
        {
            Name = name,
            Points = batch.Input.Length,
            Limit = limit,
            Loss = lossOf.IsComputed ? loss.Largest : null,
            Gradient = Has(configuration, LossRoles.Gradient) ? gradient.Largest : null,
            Hessian = Has(configuration, LossRoles.Hessian) ? hessian.Largest : null,
            ReducedLoss = Has(configuration, LossRoles.Value) ? Math.Abs(reduced - (sum.Value * scale)) / (sum.Magnitude * scale) : null,

            // the elements are off by the limit at most, and n additions in double precision by n roundings
            ReducedLossLimit = (limit * format.Epsilon) + (batch.Input.Length * Math.ScaleB(1, -53)),
        };
    }

    /// <summary>
    /// Up to what a result may be flushed to 0. Kernels count a probability as 0 where its power underflows. What is lost
    /// has up to Gamma + 1 as a factor in a first derivative and its square in a second; weights and coefficients up to 64
    /// stay below the bound.
    /// </summary>
    public static double Underflow(LossConfiguration configuration, FloatingPointFormat format)
    {
        double order = Math.Max(configuration.Positive.Gamma, configuration.Negative.Gamma) + 1;
        return 64 * order * order * format.SmallestNormal;
    }

    private static double Scale<T>(LossConfiguration configuration, LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // with the error of each addition, by Neumaier: a plain sum of many weights would be off by more than a kernel is
        double weights = 0;
        double error = 0;
        for (int i = 0; i < batch.Input.Length; i++)
        {
            double weight = Weight(configuration.Roles, batch, i);
            double sum = weights + weight;
            error += Math.Abs(weights) >= Math.Abs(weight) ? weights - sum + weight : weight - sum + weights;
            weights = sum;
        }

        return configuration.Reduction switch
        {
            Reduction.Sum => 1,
            Reduction.WeightedMean => 1 / (weights + error),
            _ => 1.0 / batch.Input.Length,
        };
    }

    private static double Weight<T>(LossRoles roles, LossArguments<T> batch, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double element = (roles & LossRoles.Weights) == 0 ? 1 : double.CreateTruncating(batch.Weights[index]);
        double column = (roles & LossRoles.ClassWeights) == 0 ? 1 : double.CreateTruncating(batch.ClassWeights[index % batch.ClassWeights.Length]);
        return element * column;
    }

    private static bool Has(LossConfiguration configuration, LossRoles role) => (configuration.Roles & role) != 0;

    /// <summary>
    /// The loss of one element: from the output of the batch, or, where the kernel only returns the reduced loss, from a
    /// batch of this element alone.
    /// </summary>
    private sealed class LossOfElement<T>(LossConfiguration configuration, LossInvocation<T> invoke, LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly LossArguments<T> single = VerificationInputs.Allocate<T>(1, 1);

        public bool IsComputed => Has(configuration, LossRoles.Losses | LossRoles.Value);

        public double At(int index)
        {
            if (Has(configuration, LossRoles.Losses))
            {
                return double.CreateTruncating(batch.Losses[index]);
            }

            VerificationInputs.CopyElement(batch, index, single);
            double value = invoke(single);
            return configuration.Reduction == Reduction.WeightedMean ? value * Weight(configuration.Roles, batch, index) : value;
        }
    }
}
