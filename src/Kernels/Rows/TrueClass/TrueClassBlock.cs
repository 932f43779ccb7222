namespace LossGen.Kernels;

/// <summary>What becomes of the rows of a block, one number per row: c is the true class, the others are the others.</summary>
/// <typeparam name="T">The type of the logits.</typeparam>
internal struct TrueClassBlock<T>
    where T : unmanaged
{
    /// <summary>c.</summary>
    public RowBlock<int> Labels;

    /// <summary>The weight of the row, 0 where it does not count.</summary>
    public RowBlock<double> Weights;

    /// <summary>Whether all rows are known to count, with weight 1.</summary>
    public bool EveryRowCounts;

    /// <summary>z_c.</summary>
    public RowBlock<T> TrueLogits;

    /// <summary>M, the largest logit of the others.</summary>
    public RowBlock<T> Maxima;

    /// <summary>R, the sum of e_j = exp(z_j - M) over the others: 0 where all of them are masked, otherwise 1 at least.</summary>
    public RowBlock<double> Sums;

    /// <summary>R without the largest, where second derivatives are asked for.</summary>
    public RowBlock<double> Rests;

    /// <summary>u = z_c - M - log R, the logit of the true class against the others.</summary>
    public RowBlock<double> Logits;

    /// <summary>The loss.</summary>
    public RowBlock<double> Losses;

    /// <summary>b = dL/du, then with weight and scale.</summary>
    public RowBlock<double> First;

    /// <summary>h = d2L/du2, then with weight and scale.</summary>
    public RowBlock<double> Second;

    /// <summary>-b / R: times e_j it is the derivative by z_j.</summary>
    public RowBlock<double> Factors;

    /// <summary>b rounded, the derivative by z_c.</summary>
    public RowBlock<T> Gradients;

    /// <summary>h rounded, the second derivative by z_c.</summary>
    public RowBlock<T> Hessians;

    /// <summary>-b / R rounded.</summary>
    public RowBlock<T> GradientFactors;
}
