using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The place of an element among the bins, b |p - y|, of which the integral part is the bin: at most b - 1, since the last bin is
/// closed. <see cref="GradientBins.NotCounted"/> where it is NaN.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct GradientBinPass<T>(ref readonly T logits, ref readonly T targets, ref T places, int bins) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _logits = ref logits;
    private readonly ref readonly T _targets = ref targets;
    private readonly ref T _places = ref places;
    private readonly int _bins = bins;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector logit = Lanes.Load<T, TVector>(in _logits, index);
        TVector target = Lanes.Load<T, TVector>(in _targets, index);
        TVector bins = arithmetic.Constant(_bins);
        TVector difference = arithmetic.NegatedMultiplyAdd(target, bins, ScaledSigmoid<T>.Of(logit, _bins, arithmetic));
        TVector place = arithmetic.CopySign(difference, bins);

        // NaN passes the first minimum, where it stands last, and not the second
        place = arithmetic.Min(arithmetic.Constant(_bins - 1), place);
        Lanes.Store(arithmetic.Min(place, arithmetic.Constant(GradientBins.NotCounted)), ref _places, index);
    }
}
