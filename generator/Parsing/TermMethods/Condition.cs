using LossGen.Generator.Algebra;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>A condition: true, false, a comparison, or a choice between two conditions by a third, which is what and, or and not come down to.</summary>
internal sealed class Condition : Value
{
    private readonly Expr? _comparison;
    private readonly (Condition If, Condition Then, Condition Else)? _choice;

    private Condition(Expr? comparison, (Condition If, Condition Then, Condition Else)? choice) => (_comparison, _choice) = (comparison, choice);

    public static Condition True { get; } = new(null, null);

    public static Condition False { get; } = new(null, null);

    /// <summary>A comparison: an operation that is true or false.</summary>
    public static Condition Of(Expr comparison) => comparison is { A.IsConstant: true, B.IsConstant: true }
        ? Of(Evaluator.Rows[comparison.Op]([comparison.A.Value, comparison.B.Value]) != 0)
        : new Condition(comparison, null);

    public static Condition Of(bool value) => value ? True : False;

    public static Condition Choose(Condition condition, Condition whenTrue, Condition whenFalse) =>
        condition == True || whenTrue == whenFalse ? whenTrue
        : condition == False ? whenFalse
        : whenTrue == True && whenFalse == False ? condition
        : new Condition(null, (condition, whenTrue, whenFalse));

    public static Condition Not(Condition a) => Choose(a, False, True);

    public static Condition And(Condition a, Condition b) => Choose(a, b, False);

    public static Condition Or(Condition a, Condition b) => Choose(a, True, b);

    public static Condition Same(Condition a, Condition b) => Choose(a, b, Not(b));

    /// <summary>One of two numbers. The same condition may be part of many, so that the work is bounded.</summary>
    public Expr Select(Expr whenTrue, Expr whenFalse, Effort effort)
    {
        if (this == True || whenTrue == whenFalse || !effort.Spend())
        {
            return whenTrue;
        }

        return this == False ? whenFalse
            : _choice is { } choice
                ? choice.If.Select(
                    choice.Then.Select(whenTrue, whenFalse, effort),
                    choice.Else.Select(whenTrue, whenFalse, effort),
                    effort)
                : Functions.Select(_comparison!.Value, whenTrue, whenFalse);
    }
}
