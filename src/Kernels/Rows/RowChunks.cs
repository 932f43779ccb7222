using System;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>A batch of rows in chunks that are summed on their own; their sums are added in order, whoever computes them.</summary>
/// <typeparam name="TChunk">How a chunk is computed.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
internal readonly ref struct RowChunks<TChunk, T, TLabel> : IChunkedSum<double>
    where TChunk : struct, IRowChunk<T, TLabel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged
{
    // the number of logits: many enough for what is done once per chunk, few enough to share them out evenly
    private const int LeastSize = 16_384;

    private readonly RowBatch<T, TLabel> _batch;
    private readonly RowShape _shape;
    private readonly double _scale;

    private RowChunks(in RowBatch<T, TLabel> batch, RowShape shape, double scale)
    {
        _batch = batch;
        _shape = shape;
        _scale = scale;
    }

    /// <summary>Computes all that the roles of the kernel ask for; the sum of the losses is divided by <paramref name="denominator"/>. 0 of no rows.</summary>
    public static double Evaluate(in RowBatch<T, TLabel> batch, RowShape shape, LossRoles roles, double denominator)
    {
        if (shape.Rows == 0)
        {
            return 0;
        }

        double numerator = (roles & LossRoles.GradientScale) != 0 ? double.CreateTruncating(batch.GradientScale) : 1;
        double scale = denominator == 0 ? 0 : numerator / denominator;
        int threads = (roles & LossRoles.MaxDegreeOfParallelism) != 0
            ? DegreeOfParallelism.Threads(batch.MaxDegreeOfParallelism, batch.Input.Length)
            : 1;
        double sum = Sum(in batch, shape, scale, threads);
        return denominator == 0 ? 0 : sum / denominator;
    }

    /// <inheritdoc/>
    public double Evaluate(int chunk)
    {
        double sum = Evaluate(in _batch, _shape, _scale, chunk);
        MainMemory.Complete(_batch.Input);
        return sum;
    }

    private static double Sum(in RowBatch<T, TLabel> batch, RowShape shape, double scale, int threads)
    {
        int chunks = ((shape.Rows - 1) / Length(shape.Classes)) + 1;
        if (Math.Min(threads, chunks) > 1)
        {
            return OrderedSum.Over<RowChunks<TChunk, T, TLabel>, double>(new(in batch, shape, scale), chunks, threads);
        }

        double sum = 0;
        for (int chunk = 0; chunk < chunks; chunk++)
        {
            sum += Evaluate(in batch, shape, scale, chunk);
        }

        MainMemory.Complete(batch.Input);
        return sum;
    }

    private static double Evaluate(in RowBatch<T, TLabel> batch, RowShape shape, double scale, int chunk)
    {
        int length = Length(shape.Classes);
        int firstRow = chunk * length;
        return TChunk.Evaluate(in batch, shape.Classes, firstRow, Math.Min(length, shape.Rows - firstRow), scale);
    }

    private static int Length(int classes)
    {
        int blockLength = TChunk.BlockLength(classes);
        return blockLength * Math.Max(1, LeastSize / (blockLength * classes));
    }
}
