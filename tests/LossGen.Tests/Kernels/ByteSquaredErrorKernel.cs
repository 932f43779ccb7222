using System.Runtime.CompilerServices;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels;

/// <summary>(x - y)^2 in double precision with byte targets, four elements at a time.</summary>
internal readonly struct ByteSquaredErrorKernel : IElementwiseKernel<double, byte>
{
    public static LossRoles Roles => LossRoles.Value | LossRoles.Gradient;

    public static string InputName => "probabilities";

    public static Reduction Reduction => Reduction.Sum;

    public static int Step => 4;

    public static void Run(in ElementwiseLanes<double, byte> lanes, nuint count, double scale)
    {
        for (nuint i = 0; i < count; i++)
        {
            double difference = Unsafe.Add(ref Unsafe.AsRef(in lanes.Input), i) - Unsafe.Add(ref Unsafe.AsRef(in lanes.Targets), i);
            Unsafe.Add(ref lanes.Gradient, i) = 2 * difference * scale;
            Unsafe.Add(ref lanes.Losses, i) = difference * difference;
        }
    }
}
