using System;
using System.Runtime.CompilerServices;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels;

/// <summary>What differs between the kernels of the driver's tests.</summary>
internal interface IKernelShape
{
    static abstract LossRoles Roles { get; }

    static abstract Reduction Reduction { get; }

    static abstract int Step { get; }
}

/// <summary>w (x - y)^2 written by hand: loads a whole step before it stores anything, as generated kernels do.</summary>
internal readonly struct SquaredErrorKernel<TShape> : IElementwiseKernel<float, float>
    where TShape : struct, IKernelShape
{
    public static LossRoles Roles => TShape.Roles;

    public static string InputName => "logits";

    public static Reduction Reduction => TShape.Reduction;

    public static int Step => TShape.Step;

    public static void Run(in ElementwiseLanes<float, float> lanes, nuint count, float scale)
    {
        if (count == 0 || count % (nuint)TShape.Step != 0)
        {
            throw new InvalidOperationException($"{count} elements are not a multiple of {TShape.Step}");
        }

        bool weighted = (TShape.Roles & (LossRoles.Weights | LossRoles.ClassWeights)) != 0;
        Span<float> difference = stackalloc float[TShape.Step];
        Span<float> weight = stackalloc float[TShape.Step];
        for (nuint start = 0; start < count; start += (nuint)TShape.Step)
        {
            for (int k = 0; k < TShape.Step; k++)
            {
                nuint i = start + (nuint)k;
                difference[k] = At(in lanes.Input, i) - At(in lanes.Targets, i);
                weight[k] = weighted ? At(in lanes.Weights, i) : 1;
            }

            for (int k = 0; k < TShape.Step; k++)
            {
                nuint i = start + (nuint)k;
                bool masked = weight[k] == 0;
                Store(LossRoles.Gradient, ref lanes.Gradient, i, masked ? 0 : 2 * weight[k] * difference[k] * scale);
                Store(LossRoles.Hessian, ref lanes.Hessian, i, 2 * weight[k] * scale);
                Store(LossRoles.Losses | LossRoles.Value, ref lanes.Losses, i, masked ? 0 : weight[k] * difference[k] * difference[k]);
            }
        }
    }

    private static float At(ref readonly float values, nuint index) => Unsafe.Add(ref Unsafe.AsRef(in values), index);

    private static void Store(LossRoles roles, ref float values, nuint index, float value)
    {
        if ((TShape.Roles & roles) != 0)
        {
            Unsafe.Add(ref values, index) = value;
        }
    }
}

internal readonly struct EveryOutput : IKernelShape
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;

    public static Reduction Reduction => Reduction.Mean;

    public static int Step => 48;
}

internal readonly struct EveryRole : IKernelShape
{
    public static LossRoles Roles =>
        LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses | LossRoles.Weights | LossRoles.ClassWeights;

    public static Reduction Reduction => Reduction.Mean;

    public static int Step => 64;
}

internal readonly struct ValueOnly : IKernelShape
{
    public static LossRoles Roles => LossRoles.Value;

    public static Reduction Reduction => Reduction.Sum;

    public static int Step => 1;
}

internal readonly struct GradientOnly : IKernelShape
{
    public static LossRoles Roles => LossRoles.Gradient;

    public static Reduction Reduction => Reduction.Mean;

    public static int Step => 32;
}

internal readonly struct WeightedMeanOfElements : IKernelShape
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.Weights;

    public static Reduction Reduction => Reduction.WeightedMean;

    public static int Step => 16;
}

internal readonly struct WeightedMeanOfClasses : IKernelShape
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient | LossRoles.ClassWeights;

    public static Reduction Reduction => Reduction.WeightedMean;

    public static int Step => 192;
}

internal readonly struct WeightedMeanWithoutWeights : IKernelShape
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient;

    public static Reduction Reduction => Reduction.WeightedMean;

    public static int Step => 48;
}
