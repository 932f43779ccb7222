using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>What a hand-written kernel takes and computes.</summary>
internal interface IRowConfiguration
{
    static abstract LossRoles Roles { get; }

    static virtual Reduction Reduction => Reduction.Sum;
}

internal readonly struct ValueOnly : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Value;
}

internal readonly struct ValueAndGradient : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient;
}

internal readonly struct GradientOnly : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Gradient;
}

internal readonly struct HessianOnly : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Hessian;
}

internal readonly struct AllOutputs : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;
}

internal readonly struct Everything : IRowConfiguration
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses
        | LossRoles.Weights | LossRoles.ClassWeights | LossRoles.GradientScale;

    public static Reduction Reduction => Reduction.Mean;
}

internal readonly struct EverythingWeightedMean : IRowConfiguration
{
    public static LossRoles Roles => Everything.Roles;

    public static Reduction Reduction => Reduction.WeightedMean;
}
