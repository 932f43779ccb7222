using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Patterns and what chooses by them.</summary>
internal sealed partial class TermReader
{
    private Value ReadSwitch(ISwitchExpressionOperation choice)
    {
        if (choice.Arms.IsEmpty)
        {
            return NoCSharp();
        }

        if (!choice.IsExhaustive)
        {
            return Report(Descriptors.UnsupportedPattern, choice.Syntax, "A switch expression that matches nothing for some values", "add the arm '_ => ...'");
        }

        Value value = Read(choice.Value);
        return value == Value.Unreadable ? value : ReadArms(choice, value, 0);
    }

    private Value ReadArms(ISwitchExpressionOperation choice, Value value, int first)
    {
        ISwitchExpressionArmOperation arm = choice.Arms[first];
        Condition matches = Match(arm.Pattern, value);
        if (arm.Guard is { } guard)
        {
            matches = (Condition)Branch(matches, () => ReadCondition(guard), () => Condition.False);
        }

        // the last arm of an exhaustive switch matches whatever is left
        return matches == Condition.True || first == choice.Arms.Length - 1
            ? Read(arm.Value)
            : Branch(matches, () => Read(arm.Value), () => ReadArms(choice, value, first + 1));
    }

    /// <summary>Whether the value matches; a variable of the pattern is assigned in any case.</summary>
    private Condition Match(IPatternOperation pattern, Value value)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Condition.True;
            case ITypePatternOperation type when IsSame(type.MatchedType, pattern.InputType):
                return Condition.True;
            case IDeclarationPatternOperation declaration when declaration.MatchesNull || IsSame(declaration.MatchedType, pattern.InputType):
                _flow = declaration.DeclaredSymbol is { } variable ? _flow.With(variable, value) : _flow;
                return Condition.True;
            case IConstantPatternOperation constant when !IsNaN(constant.Value):
                return Compare(constant, BinaryOperatorKind.Equals, value, Read(constant.Value));
            case IRelationalPatternOperation relational:
                return Compare(relational, relational.OperatorKind, value, Read(relational.Value));
            case INegatedPatternOperation negated:
                return Condition.Not(Match(negated.Pattern, value));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                Condition left = Match(both.LeftPattern, value);
                return Condition.And(left, Match(both.RightPattern, value));
            case IBinaryPatternOperation either:
                Condition one = Match(either.LeftPattern, value);
                return Condition.Or(one, Match(either.RightPattern, value));
            case IInvalidOperation:
                NoCSharp();
                return Condition.True;
            default:
                (string kind, string advice) = Words.OfPattern(pattern);
                Report(Descriptors.UnsupportedPattern, pattern.Syntax, kind, advice);
                return Condition.True;
        }
    }

    private Condition Compare(IOperation pattern, BinaryOperatorKind kind, Value left, Value right) =>
        Combine(pattern, kind, left, right) as Condition ?? Condition.True;

    private static bool IsSame(ITypeSymbol? a, ITypeSymbol? b) => SymbolEqualityComparer.Default.Equals(a, b);

    private static bool IsNaN(IOperation constant) => constant.ConstantValue is { HasValue: true, Value: double.NaN or float.NaN };
}
