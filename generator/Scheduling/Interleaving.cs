using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Scheduling;

/// <summary>How many vectors a kernel computes side by side.</summary>
/// <param name="Of512Bits">With 32 registers.</param>
/// <param name="Usual">With 16 registers.</param>
internal sealed record Interleaving(int Of512Bits, int Usual)
{
    private const int Four = 4;
    private const int Many = 8;

    // The JIT does not optimize a method that names its variables more than 8,000 times. Each instruction names its operands, its result and
    // the arithmetic, and one that loads or stores the place.
    private const int MostNames = 7_000;

    /// <summary>
    /// The fastest over the kernels of cross entropy, focal, Poly-1, Hill and asymmetric losses: chains of dependent operations want
    /// many vectors, values that are alive at the same time want few. Measured in single precision, where eight vectors of up to 7 values are
    /// 6 to 15 % faster than four although some go to the stack, and of more values 5 to 12 % slower; with hard targets, whose masks have registers of their
    /// own, the turn comes after 9. Rows have one number each, and few of them. Of very long kernels the JIT takes fewer.
    /// </summary>
    public static Interleaving Of(Kernel kernel, LossModel model)
    {
        int names = kernel.Instructions.Sum(instruction => instruction.Operands.Count + 2);
        if (Four * names > MostNames)
        {
            int few = 2 * names > MostNames ? 1 : 2;
            return new(few, few);
        }

        bool isLong = model.Path == LossPath.Elements && kernel.Scalar == ScalarType.Single;
        int fewAlive = model.HasHardTargets ? 9 : 7;
        return new(isLong && kernel.ValuesAlive <= fewAlive ? Many : Four, Four);
    }
}
