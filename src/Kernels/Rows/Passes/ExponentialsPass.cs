using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e = exp(min(z - M, 0)): a normal number or 0. M is finite, so that an infinite z gives the limits 0 and 1.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct ExponentialsPass<T>(ref readonly T logits, ref readonly T maxima, ref T exponentials) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _logits = ref logits;
    private readonly ref readonly T _maxima = ref maxima;
    private readonly ref T _exponentials = ref exponentials;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector difference = arithmetic.Subtract(Lanes.Load<T, TVector>(in _logits, index), Period<T>.Load<TVector>(in _maxima, index));
        TVector e = functions.ExpOfDifference(arithmetic.Min(arithmetic.Constant(0), difference));
        Lanes.Store(e, ref _exponentials, index);
    }
}
