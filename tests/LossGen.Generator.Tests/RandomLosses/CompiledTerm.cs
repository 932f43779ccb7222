using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>A random loss after the generator and the compiler.</summary>
/// <param name="Variant">The loss; null where the generator refused it.</param>
/// <param name="Method">The term method.</param>
/// <param name="Diagnostics">Why it was refused.</param>
/// <param name="IsAnnouncedNaN">A warning of the generator says that the term, or its derivative, is NaN for some probability.</param>
internal sealed record CompiledTerm(LossVariant? Variant, MethodInfo Method, IReadOnlyList<string> Diagnostics, bool IsAnnouncedNaN)
{
    /// <summary>The loss and the term of a class.</summary>
    public static CompiledTerm Of(Type type, IReadOnlyList<string> diagnostics, bool isAnnouncedNaN) => new(
        ((IReadOnlyList<LossVariant>?)type.GetProperty("LossVariants")?.GetValue(null))?.Single(), type.GetMethod("F")!, diagnostics, isAnnouncedNaN);

    /// <summary>What the method itself returns; NaN where it throws, as <see cref="Math.Sign(double)"/> does.</summary>
    public double Run(double p, double z, double y, double alpha)
    {
        Dictionary<string, double> values = new() { ["p"] = p, ["z"] = z, ["y"] = y, ["alpha"] = alpha };
        try
        {
            return (double)Method.Invoke(null, [.. Method.GetParameters().Select(parameter => (object)values[parameter.Name!])])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArithmeticException)
        {
            return double.NaN;
        }
    }
}
