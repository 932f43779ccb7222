namespace LossGen.Kernels;

/// <summary>How the rows of a block are read and written: one after the other, or several at a time.</summary>
internal interface IRows
{
    /// <summary>The number of rows of a block, but the last one.</summary>
    int BlockLength { get; }

    /// <summary>From logits to exponentials of the other classes, their sums, and the logit of the true class less their largest.</summary>
    void Read(ref TrueClassBlock block, int firstRow, int count);

    /// <summary>From exponentials and derivatives by u to derivatives by each logit.</summary>
    void Write(ref TrueClassBlock block, int firstRow, int count);
}
