using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Random rows with room for all results.</summary>
internal sealed class AllClassArguments<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public AllClassArguments(int rows, int classes, int seed = 5)
    {
        Random random = new(seed);
        (Rows, Classes) = (rows, classes);
        Logits = Fill(rows * classes, () => 16 * (random.NextDouble() - 0.5));
        Labels = [.. Enumerable.Range(0, rows).Select(row => row % 7 == 5 ? -100L : random.NextInt64(classes))];
        Weights = Fill(rows, () => random.Next(5) == 0 ? 0 : 2 * random.NextDouble());
        ClassWeights = Fill(classes, () => random.Next(9) == 0 ? 0 : 2 * random.NextDouble());
        Factors = Fill(classes, () => 0.5 + random.NextDouble());
        Targets = Fill(rows * classes, () => random.Next(4) == 0 ? 0 : 2 * random.NextDouble() / classes);
        Gradient = new T[rows * classes];
        Hessian = new T[rows * classes];
        Losses = new T[rows];
    }

    public int Rows { get; }

    public int Classes { get; }

    public T[] Logits { get; init; }

    public long[] Labels { get; init; }

    public T[] Weights { get; init; }

    public T[] ClassWeights { get; init; }

    public T[] Factors { get; }

    public T[] Targets { get; init; }

    public T GradientScale => T.CreateTruncating(3);

    public T[] Gradient { get; init; }

    public T[] Hessian { get; }

    public T[] Losses { get; }

    public double Value { get; private set; }

    public AllClassArguments<T> Evaluate<TTerm, TShape>()
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape => Evaluate<TTerm, TShape, long>(Labels);

    public AllClassArguments<T> EvaluateInt<TTerm, TShape>()
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape => Evaluate<TTerm, TShape, int>(Array.ConvertAll(Labels, label => (int)label));

    private AllClassArguments<T> Evaluate<TTerm, TShape, TLabel>(TLabel[] labels)
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        RowBatch<T, TLabel> batch = new()
        {
            Input = Logits,
            Labels = labels,
            Targets = Targets,
            ClassCount = Classes,
            Weights = Weights,
            ClassWeights = ClassWeights,
            PerClass = new(new(Factors, "factors")),
            GradientScale = GradientScale,
            Gradient = Gradient,
            Hessian = Hessian,
            Losses = Losses,
        };
        Value = RowLoss.EvaluateAllClasses<AllClassKernel<TTerm, TShape, T>, T, TLabel>(in batch);
        return this;
    }

    private static T[] Fill(int length, Func<double> value) =>
        [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(value()))];
}
