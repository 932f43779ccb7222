namespace LossGen;

/// <summary>How the losses of the elements become one number.</summary>
public enum Reduction
{
    /// <summary>The sum of the weighted losses divided by the number of elements.</summary>
    Mean,

    /// <summary>The sum of the weighted losses divided by the sum of the weights; 0 where that sum is 0.</summary>
    WeightedMean,

    /// <summary>The sum of the weighted losses.</summary>
    Sum,
}
