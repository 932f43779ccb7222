using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The largest logits of rows without their true class, one for each place within a piece.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The rows.</param>
/// <param name="classes">The length of a row: a piece at least, <see cref="MaxClasses"/> at most.</param>
/// <param name="labels">The true classes.</param>
/// <param name="maxima">Receives 16 numbers per row.</param>
internal readonly ref struct RowMaximaPass<T>(ReadOnlySpan<T> logits, int classes, ReadOnlySpan<int> labels, Span<T> maxima) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest number of classes.</summary>
    public const int MaxClasses = ClassBounds<T>.MaxDistance;

    private readonly ReadOnlySpan<T> _logits = logits;
    private readonly int _classes = classes;
    private readonly ReadOnlySpan<int> _labels = labels;
    private readonly ref T _maxima = ref MemoryMarshal.GetReference(maxima);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        nuint last = (nuint)(_classes - RowPass.Piece);
        ref T center = ref ClassBounds<T>.Center;
        ref T row = ref MemoryMarshal.GetReference(_logits);
        ref T to = ref _maxima;
        int classes = _classes;
        foreach (int label in _labels)
        {
            ref T bounds = ref Unsafe.Subtract(ref center, label);
            for (nuint lane = 0; lane < RowPass.Piece; lane += Lanes.Count<T, TVector>())
            {
                TVector maximum = Bounded<TVector, TArithmetic>(arithmetic, ref row, ref bounds, last + lane);
                for (nuint j = lane; j < last; j += RowPass.Piece)
                {
                    maximum = arithmetic.Max(maximum, Bounded<TVector, TArithmetic>(arithmetic, ref row, ref bounds, j));
                }

                Lanes.Store(maximum, ref to, lane);
            }

            row = ref Unsafe.Add(ref row, classes);
            to = ref Unsafe.Add(ref to, RowPass.Piece);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Bounded<TVector, TArithmetic>(TArithmetic arithmetic, ref T row, ref T bounds, nuint index)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector> =>
        arithmetic.Min(Lanes.Load<T, TVector>(in bounds, index), Lanes.Load<T, TVector>(in row, index));
}
