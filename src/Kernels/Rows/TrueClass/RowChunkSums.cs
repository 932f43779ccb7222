namespace LossGen.Kernels;

/// <summary>What is known of each chunk of one row, or of the rows of a block. Without references: nothing of it has to be cleared.</summary>
internal struct RowChunkSums
{
    /// <summary>The largest logit of the others, made finite.</summary>
    public RowBlock<double> Maxima;

    /// <summary>The exponentials of the others, added up in lanes.</summary>
    public RowBlock<LossSum> Lanes;

    /// <summary>The sum of the exponentials of the others.</summary>
    public RowBlock<double> Sums;

    /// <summary>That sum without the largest, where second derivatives are asked for; before, without all of the largest.</summary>
    public RowBlock<double> Rests;
}
