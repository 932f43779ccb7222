using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>One call of the driver of the true class, with memory for all outputs.</summary>
internal sealed class RowRun<T>(T[] logits, int[] labels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T[] Logits { get; } = logits;

    public int[] Labels { get; } = labels;

    public T[] Weights { get; init; } = [];

    public T[] ClassWeights { get; init; } = [];

    public T GradientScale { get; init; } = T.One;

    public T[] Gradient { get; private set; } = [.. Enumerable.Repeat(T.CreateChecked(7), logits.Length)];

    public T[] Hessian { get; } = [.. Enumerable.Repeat(T.CreateChecked(7), logits.Length)];

    public T[] Losses { get; } = [.. Enumerable.Repeat(T.CreateChecked(7), labels.Length)];

    public double Value { get; private set; }

    public int Classes => Logits.Length / Labels.Length;

    /// <summary>The gradient replaces the logits.</summary>
    public RowRun<T> InPlace()
    {
        Gradient = Logits;
        return this;
    }

    public RowRun<T> Call<TTerm, TConfiguration>()
        where TTerm : ITerm
        where TConfiguration : IRowConfiguration => Call<TermKernel<TTerm, TConfiguration>, int>(Labels);

    public RowRun<T> Call<TKernel, TLabel>(TLabel[] labels, T[]? scalars = null, T[]? perClass = null)
        where TKernel : struct, IRowKernel<double>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Value = RowLoss.EvaluateTrueClass<TKernel, T, TLabel>(new RowBatch<T, TLabel>
        {
            Input = Logits,
            Labels = labels,
            Weights = Weights,
            ClassWeights = ClassWeights,
            Scalars = scalars,
            PerClass = new(new PerClassValues<T>(perClass, "positiveWeight")),
            GradientScale = GradientScale,
            Gradient = Gradient,
            Hessian = Hessian,
            Losses = Losses,
        });
        return this;
    }
}
