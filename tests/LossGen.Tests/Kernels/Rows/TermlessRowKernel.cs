using System;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>What differs between the kernels of the tests of rows.</summary>
internal interface IRowKernelShape
{
    static abstract LossRoles Roles { get; }

    static virtual Reduction Reduction => Reduction.Mean;

    static virtual bool HasLabels => true;

    static virtual long IgnoreLabel => -100;

    static virtual int PerClassCount => 0;

    static virtual double LabelSmoothing => 0;
}

/// <summary>A kernel for what is decided before any term is computed.</summary>
internal readonly struct TermlessRowKernel<TShape> : IRowKernel<double>
    where TShape : struct, IRowKernelShape
{
    public static LossRoles Roles => TShape.Roles;

    public static string InputName => "logits";

    public static Reduction Reduction => TShape.Reduction;

    public static int Step => 1;

    public static int PerClassCount => TShape.PerClassCount;

    public static bool HasLabels => TShape.HasLabels;

    public static long IgnoreLabel => TShape.IgnoreLabel;

    public static void Run(in ElementwiseLanes<double, byte> lanes, nuint count, double scale) => throw new InvalidOperationException();
}
