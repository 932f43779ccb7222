using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Constants, which C# has computed already, and the types of numbers.</summary>
internal sealed partial class TermReader
{
    /// <summary>The value of a constant expression, or null where the expression is none.</summary>
    private Value? ReadConstant(IOperation e)
    {
        if (!e.ConstantValue.HasValue || e is IInvalidOperation)
        {
            return null;
        }

        return ReportConstant(e) ?? e.ConstantValue.Value switch
        {
            bool condition => Condition.Of(condition),
            double or float or int or long or short or sbyte or byte or ushort or uint or ulong =>
                new Number(builder.Constant(Convert.ToDouble(e.ConstantValue.Value, CultureInfo.InvariantCulture))),
            _ => ReportExpression(e),
        };
    }

    // The compiler computes 1 / 2 to 0 and 0.1f to 0.100000001 and says nothing.
    private Value? ReportConstant(IOperation e)
    {
        List<IOperation> parts = [.. Parts(e)];
        foreach (IOperation part in parts)
        {
            if (part is IFieldReferenceOperation { Field.ContainingType: { } type } && MathF.Is(type))
            {
                return Report(Descriptors.SinglePrecisionMath, part.Syntax, part.Syntax.ToString());
            }
        }

        foreach (IOperation part in parts)
        {
            if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } && IsInteger(part.Type))
            {
                return ReportIntegers(part);
            }

            if (part.Type?.SpecialType == SpecialType.System_Decimal || (part.ConstantValue is { HasValue: true, Value: float number } && !IsExact(number)))
            {
                return Report(Descriptors.NotDouble, part.Syntax, CodeText.Short(part.Type!));
            }
        }

        return null;
    }

    /// <summary>The expression and all that it consists of, with the values of the constants it names.</summary>
    private IEnumerable<IOperation> Parts(IOperation e)
    {
        HashSet<ISymbol> named = new(SymbolEqualityComparer.Default);
        Stack<IOperation> waiting = new([e]);
        while (waiting.Count > 0)
        {
            IOperation part = waiting.Pop();
            yield return part;
            if (part is IFieldReferenceOperation { Field: { } field } && named.Add(field) && bodies.Initializer(field) is { } value)
            {
                waiting.Push(value);
            }

            foreach (IOperation child in part.ChildOperations.Reverse())
            {
                waiting.Push(child);
            }
        }
    }

    // whether the number is the one that its decimal digits say
    private static bool IsExact(float number) =>
        double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == number || float.IsNaN(number);

    private Value ReportIntegers(IOperation e)
    {
        string text = e.Syntax.ToString();
        return Report(Descriptors.IntegerArithmetic, e.Syntax, text, e is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide }
            ? "drops the remainder; write one of the two as a double, such as '2.0' for '2'"
            : "is computed in integers; declare the numbers as double");
    }

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Double || IsFloatOrDecimal(type) || IsInteger(type);

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType
        is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsFloatOrDecimal(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Single or SpecialType.System_Decimal } or { Name: "Half", ContainingNamespace.Name: "System" };
}
