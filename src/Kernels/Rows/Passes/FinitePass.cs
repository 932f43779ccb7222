using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>The nearest finite number.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct FinitePass<T>(ref readonly T values, ref T finite) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _values = ref values;
    private readonly ref T _finite = ref finite;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector largest = arithmetic.Constant(Precision<T>.Largest);
        TVector value = Lanes.Load<T, TVector>(in _values, index);
        Lanes.Store(arithmetic.Max(arithmetic.Negate(largest), arithmetic.Min(largest, value)), ref _finite, index);
    }
}
