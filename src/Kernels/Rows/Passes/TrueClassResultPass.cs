using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Losses and derivatives with the weights of their rows, and what they become among all classes: -b / R is what an exponential is
/// multiplied by to be the derivative by its logit. Without others there is nothing to share out.
/// </summary>
/// <typeparam name="T">The type of the logits.</typeparam>
internal readonly ref struct TrueClassResultPass<T>(ref TrueClassBlock<T> block, ref double losses, LossRoles roles, double scale)
    : IVectorPass<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref TrueClassBlock<T> _block = ref block;
    private readonly ref double _losses = ref losses;
    private readonly bool _hasLoss = (roles & (LossRoles.Value | LossRoles.Losses)) != 0;
    private readonly bool _hasGradient = (roles & LossRoles.Gradient) != 0;
    private readonly bool _hasHessian = (roles & LossRoles.Hessian) != 0;
    private readonly double _scale = scale;

    /// <inheritdoc/>
    public static bool IsInterleaved => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector weight = Lanes.Load<double, TVector>(in _block.Weights[0], index);
        if (_hasLoss)
        {
            Lanes.Store(arithmetic.Multiply(Lanes.Load<double, TVector>(in _block.Losses[0], index), weight), ref _losses, index);
        }

        // of the value alone there are no derivatives, but what was in their memory
        if (!_hasGradient && !_hasHessian)
        {
            return;
        }

        TVector scaled = arithmetic.Multiply(weight, arithmetic.Constant(_scale));
        TVector first = arithmetic.Multiply(Lanes.Load<double, TVector>(in _block.First[0], index), scaled);
        if (_hasGradient)
        {
            TVector sum = Lanes.Load<double, TVector>(in _block.Sums[0], index);
            TVector factor = arithmetic.SelectLess(arithmetic.Constant(0), sum, arithmetic.Negate(arithmetic.Divide(first, sum)), first);
            Lanes.Store(factor, ref _block.Factors[0], index);
            Precision<T>.Store(factor, ref _block.GradientFactors[0], index, arithmetic);
            Precision<T>.Store(first, ref _block.Gradients[0], index, arithmetic);
        }

        if (_hasHessian)
        {
            TVector second = arithmetic.Multiply(Lanes.Load<double, TVector>(in _block.Second[0], index), scaled);
            Lanes.Store(first, ref _block.First[0], index);
            Lanes.Store(second, ref _block.Second[0], index);
            Precision<T>.Store(second, ref _block.Hessians[0], index, arithmetic);
        }
    }
}
