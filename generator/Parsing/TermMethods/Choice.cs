namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>The choice between two values of one kind.</summary>
internal static class Choice
{
    /// <summary>The first value where the condition holds, else the second.</summary>
    public static Value Of(Condition condition, Value whenTrue, Value whenFalse, Effort effort) => (whenTrue, whenFalse) switch
    {
        _ when whenTrue == whenFalse => whenTrue,
        (Number a, Number b) => new Number(condition.Select(a.Expr, b.Expr, effort)),
        (Condition a, Condition b) => Condition.Choose(condition, a, b),
        _ => Value.Unreadable,
    };
}
