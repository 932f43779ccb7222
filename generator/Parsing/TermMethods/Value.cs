using LossGen.Generator.Algebra;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>What an expression in the body of a term method stands for.</summary>
internal abstract class Value
{
    /// <summary>An expression that is reported already, or that C# rejects: nothing that depends on it is reported.</summary>
    public static Value Unreadable { get; } = new UnreadableValue();

    private sealed class UnreadableValue : Value;
}

/// <summary>A number.</summary>
internal sealed class Number(Expr expr) : Value
{
    public Expr Expr { get; } = expr;
}
