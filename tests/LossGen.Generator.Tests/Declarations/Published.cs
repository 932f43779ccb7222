using System.Collections.Generic;
using LossGen.Kernels;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>The losses of the literature, as configurations.</summary>
internal static class Published
{
    private const LossRoles ValueAndGradient = LossRoles.Value | LossRoles.Gradient;

    public static IReadOnlyDictionary<string, LossConfiguration> All { get; } = new Dictionary<string, LossConfiguration>
    {
        ["binary cross entropy"] = Loss(new(), new()),
        ["balanced cross entropy"] = Loss(new() { Weight = 0.75 }, new() { Weight = 0.25 }),
        ["focal"] = Loss(new() { Gamma = 2, Weight = 0.25 }, new() { Gamma = 2, Weight = 0.75 }),
        ["asymmetric"] = Loss(new(), new() { Gamma = 4, Shift = 0.05 }),
        ["asymmetric, positives focused"] = Loss(new() { Gamma = 1 }, new() { Gamma = 4, Shift = 0.05 }),
        ["Poly-1"] = Loss(new() { Poly = [1] }, new() { Poly = [1] }),
        ["Poly-1 focal"] = Loss(new() { Gamma = 2, Poly = [1] }, new() { Gamma = 2, Poly = [1] }),
    };

    /// <summary>A published loss with every output.</summary>
    public static LossConfiguration WithAllOutputs(string name) =>
        All[name] with { Roles = ValueAndGradient | LossRoles.Hessian | LossRoles.Losses };

    private static LossConfiguration Loss(TermConfiguration positive, TermConfiguration negative) =>
        new() { Positive = positive, Negative = negative, Roles = ValueAndGradient };
}
