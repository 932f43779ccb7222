using System;

namespace LossGen.Tests.Verification;

/// <summary>A kernel that evaluates each element on its own in double precision and rounds the results once; the reduction is the sum.</summary>
internal static class ExactKernel
{
    /// <summary>Loss and derivatives of an element, by its index in the batch.</summary>
    public delegate Derivatives Element(LossArguments<float> arguments, int index);

    /// <summary>A loss that is declared as that configuration and computed by that kernel.</summary>
    public static LossVariant<float> Variant(LossConfiguration configuration, Element element) =>
        new("Losses.Test", "", "", configuration, arguments =>
        {
            double sum = 0;
            for (int i = 0; i < arguments.Input.Length; i++)
            {
                Derivatives loss = element(arguments, i);
                arguments.Losses[i] = (float)loss.Value;
                arguments.Gradient[i] = (float)loss.First;
                arguments.Hessian[i] = (float)loss.Second;
                sum += arguments.Losses[i];
            }

            return sum;
        });
}
