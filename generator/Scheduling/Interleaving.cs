using LossGen.Generator.Parsing;

namespace LossGen.Generator.Scheduling;

/// <summary>How many vectors a kernel computes side by side.</summary>
/// <param name="Of512Bits">With 32 registers.</param>
/// <param name="Usual">With 16 registers.</param>
internal sealed record Interleaving(int Of512Bits, int Usual)
{
    private const int Two = 2;
    private const int Four = 4;
    private const int Six = 6;
    private const int Eight = 8;

    // as long as ten logarithms; values that are alive from end to end are then many
    private const int MostInstructions = 350;

    /// <summary>
    /// The fastest over cross entropy, focal, polynomial, Hill and asymmetric losses with one or more outputs in both precisions: chains of dependent
    /// operations want many vectors, values that are alive at the same time want few, although those that go to the stack cost little. Eight vectors of
    /// up to 7 values are 5 to 20 % faster than four, with hard targets, whose masks have registers of their own, of up to 9; six of up to 12 values are
    /// 5 to 14 % faster, and of more values 8 to 25 % slower. Rows have few vectors, of which four waste the least.
    /// With 16 registers six are up to 11 % faster for some losses and up to 33 % slower for others.
    /// </summary>
    public static Interleaving Of(Kernel kernel, LossModel model)
    {
        int alive = kernel.ValuesAlive;
        return kernel.Instructions.Count > MostInstructions ? new(Two, Two)
            : model.Path != LossPath.Elements || alive > 12 ? new(Four, Four)
            : alive <= (model.HasHardTargets ? 9 : 7) ? new(Eight, Four)
            : new(Six, Four);
    }
}
