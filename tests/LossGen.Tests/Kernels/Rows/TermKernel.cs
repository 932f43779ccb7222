using System.Runtime.CompilerServices;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>A term of the true class as a kernel.</summary>
internal readonly struct TermKernel<TTerm, TConfiguration> : IRowKernel<double>
    where TTerm : ITerm
    where TConfiguration : IRowConfiguration
{
    public static LossRoles Roles => TConfiguration.Roles;

    public static string InputName => "logits";

    public static Reduction Reduction => TConfiguration.Reduction;

    public static int Step => 24;

    public static void Run(in ElementwiseLanes<double, byte> lanes, nuint count, double scale)
    {
        for (nuint i = 0; i < count; i++)
        {
            (double loss, double first, double second) = TTerm.At(Unsafe.Add(ref Unsafe.AsRef(in lanes.Input), i));
            if ((Roles & (LossRoles.Value | LossRoles.Losses)) != 0)
            {
                Unsafe.Add(ref lanes.Losses, i) = loss;
            }

            if ((Roles & (LossRoles.Gradient | LossRoles.Hessian)) != 0)
            {
                Unsafe.Add(ref lanes.Gradient, i) = first * scale;
            }

            if ((Roles & LossRoles.Hessian) != 0)
            {
                Unsafe.Add(ref lanes.Hessian, i) = second * scale;
            }
        }
    }
}

/// <summary>(a + g_c) times cross entropy: one hyperparameter for all classes, one value per class of another.</summary>
internal readonly struct PerClassKernel : IRowKernel<double>
{
    public static LossRoles Roles => AllOutputs.Roles;

    public static string InputName => "logits";

    public static Reduction Reduction => Reduction.Sum;

    public static int Step => 16;

    public static int PerClassCount => 1;

    public static void Run(in ElementwiseLanes<double, byte> lanes, nuint count, double scale)
    {
        TermKernel<CrossEntropyTerm, AllOutputs>.Run(in lanes, count, scale);
        for (nuint i = 0; i < count; i++)
        {
            double factor = lanes.Scalars[0] + Unsafe.Add(ref Unsafe.AsRef(in lanes.PerClass(0)), i);
            Unsafe.Add(ref lanes.Losses, i) *= factor;
            Unsafe.Add(ref lanes.Gradient, i) *= factor;
            Unsafe.Add(ref lanes.Hessian, i) *= factor;
        }
    }
}
