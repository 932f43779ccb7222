using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Scheduling;

/// <summary>How many vectors a kernel computes side by side.</summary>
/// <param name="Of512Bits">With 32 registers.</param>
/// <param name="Usual">With 16 registers.</param>
internal sealed record Interleaving(int Of512Bits, int Usual)
{
    private const int Four = 4;
    private const int Six = 6;
    private const int Eight = 8;

    // The JIT does not optimize a method that names its variables more than 8,000 times. Each instruction names its operands, its result and
    // the arithmetic, and one that loads or stores the place.
    private const int MostNames = 7_000;

    /// <summary>
    /// The fastest over cross entropy, focal, polynomial, Hill and asymmetric losses with one or more outputs in both precisions: chains of dependent
    /// operations want many vectors, values that are alive at the same time want few, although those that go to the stack cost little. Eight vectors of
    /// up to 7 values are 5 to 20 % faster than four, with hard targets, whose masks have registers of their own, of up to 9; six of up to 12 values are
    /// 5 to 14 % faster, and of more values 8 to 25 % slower. With 16 registers eight are far slower than four; six are as fast, but for hard
    /// targets. Two numbers are two loops in the text, and twice the time of the C# compiler. Rows have one number each, and few of them. Of very long
    /// kernels the JIT takes fewer.
    /// </summary>
    public static Interleaving Of(Kernel kernel, LossModel model)
    {
        int names = kernel.Instructions.Sum(instruction => instruction.Operands.Count + 2);
        if (Four * names > MostNames)
        {
            int few = 2 * names > MostNames ? 1 : 2;
            return new(few, few);
        }

        int alive = kernel.ValuesAlive;
        return model.Path != LossPath.Elements || alive > 12 ? new(Four, Four)
            : alive <= (model.HasHardTargets ? 9 : 7) ? new(Eight, Four)
            : new(Six, model.HasHardTargets ? Four : Six);
    }
}
