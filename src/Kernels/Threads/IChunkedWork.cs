namespace LossGen.Kernels;

/// <summary>Work in numbered chunks that depend on no other chunk, so that any thread may do any of them at any time.</summary>
internal interface IChunkedWork
{
    /// <summary>Does one chunk. Several threads call it on one and the same struct, so it only reads its own fields.</summary>
    void Run(int chunk);
}
