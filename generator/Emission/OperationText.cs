namespace LossGen.Generator.Emission;

/// <summary>How a dialect writes an operation.</summary>
/// <param name="Format">The text; {0} and those that follow are its operands, and after them the constants.</param>
/// <param name="Constants">Numbers that the text takes beyond the operands.</param>
internal sealed record OperationText(string Format, params double[] Constants)
{
    public static implicit operator OperationText(string format) => new(format);
}
