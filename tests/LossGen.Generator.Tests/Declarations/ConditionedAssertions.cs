using System;
using LossGen.Verification;
using Shouldly;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>Comparison of computed numbers with references.</summary>
internal static class ConditionedAssertions
{
    /// <summary>The error is at most a fraction of the conditioned magnitude.</summary>
    public static void ShouldBeClose(this double actual, Conditioned expected, double fraction, string what)
    {
        bool isClose = Math.Abs(actual - expected.Value) <= fraction * expected.Magnitude || actual == expected.Value;
        isClose.ShouldBeTrue(FormattableString.Invariant($"{what} is {actual:R}, expected {expected.Value:R} of magnitude {expected.Magnitude:R}"));
    }
}
