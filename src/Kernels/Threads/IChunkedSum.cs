namespace LossGen.Kernels;

/// <summary>Summands that depend on no other one, so that any thread may compute any of them at any time.</summary>
/// <typeparam name="TSum">What is added up.</typeparam>
internal interface IChunkedSum<TSum>
{
    /// <summary>The sum of one chunk. Several threads call it on one and the same struct, so it only reads its own fields.</summary>
    TSum Evaluate(int chunk);
}
