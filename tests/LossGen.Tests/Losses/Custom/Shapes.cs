using System;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Functions that terms of other types call.</summary>
internal static class Shapes
{
    public const double Floor = 0.0625;

    /// <summary>Falls from 1 to 0 where x grows from 0 to 1.</summary>
    public static double Ramp(double x, double steepness = 1) => (1 - x) / (1 + (steepness * x));
}
