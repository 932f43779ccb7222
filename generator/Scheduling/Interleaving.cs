using LossGen.Generator.Parsing;

namespace LossGen.Generator.Scheduling;

/// <summary>How many vectors of each width a kernel computes side by side.</summary>
/// <param name="Of512Bits">Of 32 registers.</param>
/// <param name="Of256Bits">Of 16 registers.</param>
/// <param name="Of128Bits">Of 16 registers.</param>
internal sealed record Interleaving(int Of512Bits, int Of256Bits, int Of128Bits)
{
    /// <summary>
    /// The fastest over the kernels of cross entropy, focal, Poly-1, Hill and asymmetric losses: chains of dependent operations want
    /// many vectors, values that are alive at the same time want few. Measured in single precision, where eight vectors of up to 7 values are
    /// 6 to 15 % faster than four although some go to the stack, and of more values 5 to 12 % slower; with hard targets, whose masks have registers of their
    /// own, the turn comes after 9. Rows have one number each, and few of them.
    /// </summary>
    public static Interleaving Of(Kernel kernel, LossModel model)
    {
        bool isLong = model.Path == LossPath.Elements && kernel.Scalar == ScalarType.Single;
        int fewAlive = model.HasHardTargets ? 9 : 7;
        return new(isLong && kernel.ValuesAlive <= fewAlive ? 8 : 4, 4, 2);
    }
}
