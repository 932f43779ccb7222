using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>x becomes x (w scale), w the weight of the row.</summary>
internal readonly ref struct WeightPass(ref double values, ref readonly double weights, double scale) : IVectorPass<double>
{
    private readonly ref double _values = ref values;
    private readonly ref readonly double _weights = ref weights;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector weight = arithmetic.Multiply(Lanes.Load<double, TVector>(in _weights, index), arithmetic.Constant(_scale));
        Lanes.Store(arithmetic.Multiply(Lanes.Load<double, TVector>(in _values, index), weight), ref _values, index);
    }
}
