using System;

namespace LossGen.Kernels;

/// <summary>A batch of rows in chunks that are summed on their own; their sums are added in order, whoever computes them.</summary>
/// <typeparam name="TChunk">How a chunk is computed.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
internal readonly ref struct RowChunks<TChunk, T, TLabel> : IChunkedSum<double>
    where TChunk : struct, IRowChunk<T, TLabel>
    where T : unmanaged
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

    /// <summary>The sum of the weighted losses of all rows on up to that many threads.</summary>
    public static double Sum(in RowBatch<T, TLabel> batch, RowShape shape, double scale, int threads)
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

        return sum;
    }

    /// <inheritdoc/>
    public double Evaluate(int chunk) => Evaluate(in _batch, _shape, _scale, chunk);

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
