using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Assignments to locals, as statements and within expressions.</summary>
internal sealed partial class TermReader
{
    private Value Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local.IsRef: false } local:
                _flow = _flow.With(local.Local, value);
                return value;
            case IDiscardOperation:
                return value;
            case IParameterReferenceOperation parameter:
                return Report(Descriptors.AssignedParameter, target.Syntax, parameter.Parameter.Name);
            case IInvalidOperation:
                return NoCSharp();
            default:
                return Report(Descriptors.UnsupportedExpression, target.Syntax, "An assignment to anything but a local", "declare a local for it");
        }
    }

    private Value ReadCompoundAssignment(ICompoundAssignmentOperation assignment)
    {
        if (assignment.OperatorMethod is not null || assignment.IsLifted)
        {
            return ReportExpression(assignment);
        }

        if (IsInteger(assignment.Type))
        {
            return ReportIntegers(assignment);
        }

        Value before = assignment.Target is ILocalReferenceOperation ? Read(assignment.Target) : Value.Unreadable;
        return Assign(assignment.Target, Combine(assignment, assignment.OperatorKind, before, Read(assignment.Value)));
    }

    private Value ReadIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is not null || increment.IsLifted)
        {
            return ReportExpression(increment);
        }

        if (IsInteger(increment.Type))
        {
            return ReportIntegers(increment);
        }

        Value before = increment.Target is ILocalReferenceOperation ? Read(increment.Target) : Value.Unreadable;
        double step = increment.Kind == OperationKind.Increment ? 1 : -1;
        Value after = Assign(increment.Target, before is Number number ? new Number(number.Expr + step) : before);
        return increment.IsPostfix ? before : after;
    }
}
