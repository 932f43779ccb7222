using System;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Expressions, each read once and in the order in which C# evaluates them.</summary>
internal sealed partial class TermReader
{
    private Value Read(IOperation e)
    {
        if (!_effort.Enter())
        {
            return Value.Unreadable;
        }

        Value value = ReadConstant(e) ?? ReadComputed(e);
        _effort.Leave();
        return value;
    }

    /// <summary>A condition; true, so that reading can go on, where it is unreadable.</summary>
    private Condition ReadCondition(IOperation e)
    {
        if (Read(e) is Condition condition)
        {
            return condition;
        }

        NoCSharp();
        return Condition.True;
    }

    private Value ReadComputed(IOperation e) => e switch
    {
        IInvalidOperation => ReadInvalid(e),
        IThrowOperation => ReportExpression(e),
        { Type: null or IErrorTypeSymbol } => NoCSharp(),
        IInvocationOperation call => ReadCall(call),
        IFieldReferenceOperation or IPropertyReferenceOperation => ReportMember((IMemberReferenceOperation)e),
        _ when IsFloatOrDecimal(e.Type) => ReportNotDouble(e),
        IConversionOperation conversion => ReadConversion(conversion),
        ILocalReferenceOperation local => ReadVariable(local.Local, e),
        IParameterReferenceOperation parameter => ReadVariable(parameter.Parameter, e),
        IUnaryOperation unary => ReadUnary(unary),
        IBinaryOperation binary => ReadBinary(binary),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional =>
            Branch(ReadCondition(conditional.Condition), () => Read(conditional.WhenTrue), () => Read(whenFalse)),
        ISwitchExpressionOperation choice => ReadSwitch(choice),
        IIsPatternOperation match => Match(match.Pattern, Read(match.Value)),
        ISimpleAssignmentOperation assignment => Assign(assignment.Target, Read(assignment.Value)),
        ICompoundAssignmentOperation assignment => ReadCompoundAssignment(assignment),
        IIncrementOrDecrementOperation increment => ReadIncrement(increment),
        _ => ReportExpression(e),
    };

    // MathF.Log(p) is no C#, since p is a double, but what C# says of it is no help
    private Value ReadInvalid(IOperation e) =>
        MathF.IsCall(e) ? Report(Descriptors.SinglePrecisionMath, e.Syntax, e.Syntax.ToString()) : NoCSharp();

    private Value ReadConversion(IConversionOperation conversion)
    {
        IOperation operand = conversion.Operand;
        return (conversion.OperatorMethod, operand.Type, conversion.Type) switch
        {
            _ when !conversion.Conversion.Exists => NoCSharp(),
            (not null, _, _) => ReportExpression(conversion),
            (_, { } from, { SpecialType: SpecialType.System_Double }) when IsNumber(from) => Read(operand),
            (_, { } from, { } to) when IsInteger(from) && IsInteger(to) => Read(operand),
            (_, { SpecialType: SpecialType.System_Boolean }, { SpecialType: SpecialType.System_Boolean }) => Read(operand),
            (_, { SpecialType: SpecialType.System_Double }, { } to) when IsInteger(to) =>
                Report(Descriptors.IntegerArithmetic, conversion.Syntax, conversion.Syntax.ToString(), "cuts off the digits after the point; leave the cast out"),

            // what the operand is says more, as long as it is nothing that could be converted
            (_, { SpecialType: SpecialType.System_Boolean }, _) => ReportExpression(conversion),
            (_, { } from, _) when IsNumber(from) => ReportExpression(conversion),
            _ => Read(operand) is not (Number or Condition) ? Value.Unreadable : ReportExpression(conversion),
        };
    }

    private Value ReadVariable(ISymbol variable, IOperation place) =>
        _flow.Variables.TryGetValue(variable, out Value? value) ? value
        : !SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, _calls.Peek())
            ? Report(Descriptors.UnsupportedExpression, place.Syntax, $"'{variable.Name}', a variable of the method around", "pass it as an argument")
            : NoCSharp(); // not assigned (CS0165)

    private Value ReadUnary(IUnaryOperation unary)
    {
        if (IsInteger(unary.Type))
        {
            return ReportIntegers(unary);
        }

        return (unary.OperatorKind, Read(unary.Operand)) switch
        {
            _ when unary.IsLifted || unary.OperatorMethod is not null => ReportExpression(unary),
            (UnaryOperatorKind.Plus, Number a) => a,
            (UnaryOperatorKind.Minus, Number a) => new Number(-a.Expr),
            (UnaryOperatorKind.Not, Condition a) => Condition.Not(a),
            (_, Number or Condition) => ReportExpression(unary),
            _ => Value.Unreadable,
        };
    }

    private Value ReadBinary(IBinaryOperation binary)
    {
        if (binary.IsLifted || binary.OperatorMethod is not null)
        {
            return ReportExpression(binary);
        }

        if (IsInteger(binary.Type))
        {
            return ReportIntegers(binary);
        }

        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd:
                return Branch(ReadCondition(binary.LeftOperand), () => Read(binary.RightOperand), () => Condition.False);
            case BinaryOperatorKind.ConditionalOr:
                return Branch(ReadCondition(binary.LeftOperand), () => Condition.True, () => Read(binary.RightOperand));
            default:
                Value left = Read(binary.LeftOperand);
                return Combine(binary, binary.OperatorKind, left, Read(binary.RightOperand));
        }
    }

    private Value Combine(IOperation e, BinaryOperatorKind kind, Value left, Value right) => (left, right) switch
    {
        (Number a, Number b) => Combine(kind, a.Expr, b.Expr) ?? ReportExpression(e),
        (Condition a, Condition b) => Combine(kind, a, b) ?? ReportExpression(e),
        (Number, Condition) or (Condition, Number) => NoCSharp(),
        _ => Value.Unreadable,
    };

    private static Value? Combine(BinaryOperatorKind kind, Expr a, Expr b) => kind switch
    {
        BinaryOperatorKind.Add => new Number(a + b),
        BinaryOperatorKind.Subtract => new Number(a - b),
        BinaryOperatorKind.Multiply => new Number(a * b),
        BinaryOperatorKind.Divide => new Number(a / b),
        _ => Compare(kind, a, b),
    };

    private static Condition? Compare(BinaryOperatorKind kind, Expr a, Expr b) => kind switch
    {
        BinaryOperatorKind.LessThan => Condition.Of(Functions.Less(a, b)),
        BinaryOperatorKind.LessThanOrEqual => Condition.Of(Functions.LessOrEqual(a, b)),
        BinaryOperatorKind.GreaterThan => Condition.Of(Functions.Less(b, a)),
        BinaryOperatorKind.GreaterThanOrEqual => Condition.Of(Functions.LessOrEqual(b, a)),
        BinaryOperatorKind.Equals => Condition.Of(Functions.Equal(a, b)),
        BinaryOperatorKind.NotEquals => Condition.Not(Condition.Of(Functions.Equal(a, b))),
        _ => null,
    };

    private static Condition? Combine(BinaryOperatorKind kind, Condition a, Condition b) => kind switch
    {
        BinaryOperatorKind.And => Condition.And(a, b),
        BinaryOperatorKind.Or => Condition.Or(a, b),
        BinaryOperatorKind.Equals => Condition.Same(a, b),
        BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => Condition.Not(Condition.Same(a, b)),
        _ => null,
    };

    private Value ReportMember(IMemberReferenceOperation member) =>
        member.Instance is { } and not IInstanceReferenceOperation && Read(member.Instance) == Value.Unreadable ? Value.Unreadable
        : MathF.Is(member.Member.ContainingType) ? Report(Descriptors.SinglePrecisionMath, member.Syntax, member.Syntax.ToString())
        : Report(Descriptors.NotConstant, member.Syntax, member.Member.Name);

    // a cast or a call within says where the other type comes from
    private Value ReportNotDouble(IOperation e)
    {
        bool isReported = e switch
        {
            IUnaryOperation unary => Read(unary.Operand) == Value.Unreadable,
            IBinaryOperation binary => Read(binary.LeftOperand) == Value.Unreadable | Read(binary.RightOperand) == Value.Unreadable,
            _ => false,
        };
        return isReported ? Value.Unreadable : Report(Descriptors.NotDouble, e.Syntax, CodeText.Short(e.Type!));
    }

    private Value ReportExpression(IOperation e)
    {
        (string kind, string advice) = Words.OfExpression(e);
        return Report(Descriptors.UnsupportedExpression, e.Syntax, kind, advice);
    }
}
