namespace LossGen.Kernels;

/// <summary>
/// The first pass over rows as a loss of its own: what a row pays is its place among the bins, whose number is the one
/// hyperparameter. The logits are read as the loss itself reads them.
/// </summary>
internal readonly struct TrueClassBinKernel : IRowKernel<double>
{
    /// <inheritdoc/>
    public static LossRoles Roles => LossRoles.Losses;

    /// <inheritdoc/>
    public static string InputName => "logits";

    /// <inheritdoc/>
    public static Reduction Reduction => Reduction.Sum;

    /// <inheritdoc/>
    public static int Step => 1;

    /// <inheritdoc/>
    public static void Run(in ElementwiseLanes<double, byte> lanes, nuint count, double scale) =>
        VectorPass.Run<double, TrueClassBinPass>(new(in lanes.Input, ref lanes.Losses, lanes.Scalars[0]), (int)count);
}
