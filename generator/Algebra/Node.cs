namespace LossGen.Generator.Algebra;

/// <summary>One operation with its operands, which precede it in the graph; -1 where there is none.</summary>
/// <param name="Op">The operation.</param>
/// <param name="A">The first operand.</param>
/// <param name="B">The second operand.</param>
/// <param name="C">The third operand.</param>
/// <param name="Bits">The bits of a constant: constants are the same where their bits are. The index of a hyperparameter, and its range.</param>
internal readonly record struct Node(Op Op, int A = -1, int B = -1, int C = -1, long Bits = 0);
