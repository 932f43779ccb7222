using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>The terms of all classes written by hand; what is not asked for is not written. A hyperparameter per class is a factor.</summary>
internal readonly struct AllClassKernel<TTerm, TShape, T> : IRowKernel<T>
    where TTerm : struct, IClassTerm
    where TShape : struct, IRowKernelShape
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static LossRoles Roles => TShape.Roles;

    public static string InputName => "logits";

    public static Reduction Reduction => TShape.Reduction;

    public static int Step => 96;

    public static int PerClassCount => TShape.PerClassCount;

    public static bool HasLabels => TShape.HasLabels;

    public static long IgnoreLabel => TShape.IgnoreLabel;

    public static double LabelSmoothing => TShape.LabelSmoothing;

    public static void Run(in ElementwiseLanes<T, byte> lanes, nuint count, T scale)
    {
        if (count == 0 || count % (nuint)Step != 0 || scale != T.One)
        {
            throw new InvalidOperationException($"{count} elements, scaled by {scale}");
        }

        for (nuint i = 0; i < count; i++)
        {
            T v = Unsafe.Add(ref Unsafe.AsRef(in lanes.Input), i);
            if (v >= T.Zero)
            {
                throw new InvalidOperationException($"log p is {v}");
            }

            bool isTrue = Unsafe.Add(ref Unsafe.AsRef(in lanes.Targets), i) == 1;
            (T value, T first, T second) = TTerm.OfLogProbability(v, isTrue);
            T factor = PerClassCount == 0 ? T.One : Unsafe.Add(ref Unsafe.AsRef(in lanes.PerClass(0)), i);
            Store(LossRoles.Losses | LossRoles.Value, ref lanes.Losses, i, factor * value);
            Store(LossRoles.Gradient | LossRoles.Hessian, ref lanes.Gradient, i, factor * first);
            Store(LossRoles.Hessian, ref lanes.Hessian, i, factor * second);
        }
    }

    private static void Store(LossRoles roles, ref T values, nuint index, T value)
    {
        if ((TShape.Roles & roles) != 0)
        {
            Unsafe.Add(ref values, index) = value;
        }
    }
}
