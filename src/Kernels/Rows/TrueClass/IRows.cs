namespace LossGen.Kernels;

/// <summary>How the rows of a block are read and written: one after the other, or several at a time.</summary>
/// <typeparam name="T">The type of the logits.</typeparam>
internal interface IRows<T>
    where T : unmanaged
{
    /// <summary>The number of rows that are read and written together, but the last ones of a block.</summary>
    int PartLength { get; }

    /// <summary>From logits to that of the true class, the largest of the others, and the sum of the exponentials of the others.</summary>
    void Read(ref TrueClassBlock<T> block, int firstRow, int count);

    /// <summary>From exponentials and derivatives by u to derivatives by each logit.</summary>
    void Write(ref TrueClassBlock<T> block, int firstRow, int count);
}
