namespace LossGen;

/// <summary>A logit in a batch of rows of classes.</summary>
/// <param name="Row">The row.</param>
/// <param name="Class">The class.</param>
/// <param name="ClassCount">The number of classes of a row.</param>
/// <param name="HasLabel">The row has a true class, and not a distribution over the classes.</param>
public readonly record struct RowPlace(int Row, int Class, int ClassCount, bool HasLabel);
