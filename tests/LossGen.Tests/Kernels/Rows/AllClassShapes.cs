using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Labels, smoothed by 0.1, with everything that can be given and asked for.</summary>
internal readonly struct SmoothedLabels : IRowKernelShape
{
    public static LossRoles Roles => EveryRoleOfRows.All;

    public static Reduction Reduction => Reduction.WeightedMean;

    public static double LabelSmoothing => 0.1;
}

/// <summary>Soft rows with everything that can be given and asked for.</summary>
internal readonly struct SoftRows : IRowKernelShape
{
    public static LossRoles Roles => EveryRoleOfRows.All;

    public static bool HasLabels => false;
}

/// <summary>Soft rows, smoothed by 0.2.</summary>
internal readonly struct SmoothedSoftRows : IRowKernelShape
{
    public static LossRoles Roles => EveryRoleOfRows.All;

    public static Reduction Reduction => Reduction.WeightedMean;

    public static bool HasLabels => false;

    public static double LabelSmoothing => 0.2;
}

/// <summary>Labels, smoothed by 0.1, with a hyperparameter per class.</summary>
internal readonly struct LabelsPerClass : IRowKernelShape
{
    public static LossRoles Roles => EveryRoleOfRows.All;

    public static Reduction Reduction => Reduction.Sum;

    public static double LabelSmoothing => 0.1;

    public static int PerClassCount => 1;
}

/// <summary>Labels, smoothed by 0.1, without any weights, summed.</summary>
internal readonly struct UnweightedLabels : IRowKernelShape
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;

    public static Reduction Reduction => Reduction.Sum;

    public static double LabelSmoothing => 0.1;
}

/// <summary>Labels of which only the mean loss is asked for.</summary>
internal readonly struct ValueOfLabels : IRowKernelShape
{
    public static LossRoles Roles => LossRoles.Value;

    public static double LabelSmoothing => 0.1;
}

/// <summary>Labels of which only the second derivative is asked for.</summary>
internal readonly struct HessianOfLabels : IRowKernelShape
{
    public static LossRoles Roles => LossRoles.Hessian;

    public static Reduction Reduction => Reduction.Sum;

    public static double LabelSmoothing => 0.1;
}

internal static class EveryRoleOfRows
{
    public const LossRoles All = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses
        | LossRoles.Weights | LossRoles.ClassWeights | LossRoles.GradientScale;
}
