namespace LossGen.Kernels;

/// <summary>How some rows of a batch are computed, by one thread.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
internal interface IRowChunk<T, TLabel>
    where T : unmanaged
    where TLabel : unmanaged
{
    /// <summary>The number of rows that are computed together; that of a chunk, but the last one, is a multiple of it.</summary>
    static abstract int BlockLength(int classes);

    /// <summary>The sum of the weighted losses of the rows, after all else that is asked for was written.</summary>
    static abstract double Evaluate(in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale);
}
