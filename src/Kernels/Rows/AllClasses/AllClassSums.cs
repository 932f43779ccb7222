namespace LossGen.Kernels;

/// <summary>Sums over the classes of rows, one number per row.</summary>
/// <param name="others">The sums without the class of the largest logit.</param>
/// <param name="largest">What that class adds.</param>
internal readonly ref struct AllClassSums(ref readonly double others, ref readonly double largest)
{
    /// <summary>The sums without the class of the largest logit.</summary>
    public readonly ref readonly double Others = ref others;

    /// <summary>What that class adds.</summary>
    public readonly ref readonly double Largest = ref largest;
}
