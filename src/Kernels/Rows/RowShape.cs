namespace LossGen.Kernels;

/// <summary>The shape of a batch of rows; the number of classes is 0 where there are no rows to tell it.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Classes">The number of classes, which is the length of a row.</param>
internal readonly record struct RowShape(int Rows, int Classes);
