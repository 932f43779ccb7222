using System.Collections.Generic;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>The values of the leaves of a graph.</summary>
internal static class Leaves
{
    public static IReadOnlyDictionary<Op, double> Of(double input, double target, double weight = 1, double scale = 1) => new Dictionary<Op, double>
    {
        [Op.Logit] = input,
        [Op.Probability] = input,
        [Op.LogProbability] = input,
        [Op.Target] = target,
        [Op.Weight] = weight,
        [Op.Scale] = scale,
    };

    public static IReadOnlyDictionary<Op, double> Of(Sample sample) => Of(sample.Input, sample.Target);
}
