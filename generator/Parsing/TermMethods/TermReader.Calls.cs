using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Calls: a function of mathematics, or a static method of the project.</summary>
internal sealed partial class TermReader
{
    private Value ReadCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string type = method.ContainingType?.ToDisplayString() ?? "";
        return MathF.Is(method.ContainingType) ? Report(Descriptors.SinglePrecisionMath, call.Syntax, call.Syntax.ToString())
            : MathFunctions.AreOf(type) ? ReadFunction(call, type)
            : ReadMethod(call);
    }

    private Value ReadFunction(IInvocationOperation call, string type)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.IsStatic && method.Parameters.Any(p => IsInteger(p.Type)))
        {
            return ReportIntegers(call);
        }

        Func<Expr[], Expr>? function = method.IsStatic ? MathFunctions.Find(type, method.Name, method.Parameters.Length) : null;
        if (function is null || method.Parameters.Any(p => p.Type.SpecialType != SpecialType.System_Double))
        {
            return Report(
                Descriptors.UnsupportedFunction, call.Syntax, $"{method.ContainingType.Name}.{method.Name}", string.Join(", ", MathFunctions.Names(type)));
        }

        Value[] arguments = ReadArguments(call);
        return arguments.All(argument => argument is Number)
            ? new Number(function(Array.ConvertAll(arguments, argument => ((Number)argument).Expr)))
            : Value.Unreadable;
    }

    private Value ReadMethod(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        string name = method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        string? refusal = method switch
        {
            { IsStatic: false, MethodKind: not MethodKind.LocalFunction } => "is an instance method; make it static",
            { IsGenericMethod: true } => "has type parameters; write it for double",
            { RefKind: not RefKind.None } => "returns a reference; return the value",
            _ when method.Parameters.Any(p => p.RefKind != RefKind.None || p.IsParams) => "has a parameter that is not passed by value; pass it by value",
            _ => null,
        };
        if (refusal is not null)
        {
            return Report(Descriptors.UnsupportedCall, call.Syntax, name, refusal);
        }

        if (IsFloatOrDecimal(method.ReturnType))
        {
            return Report(Descriptors.NotDouble, call.Syntax, CodeText.Short(method.ReturnType));
        }

        if (IsRunning(method))
        {
            return Report(Descriptors.Recursion, call.Syntax, method.Name);
        }

        if (bodies.Find(method) is not { } body)
        {
            return MethodBodies.IsLeftToCSharp(method)
                ? NoCSharp()
                : Report(Descriptors.UnsupportedCall, call.Syntax, name, "has no body in this project; call the functions of Math, double and LossMath, or write a static method of your own");
        }

        return Call(method, body, ReadArguments(call));
    }

    /// <summary>The arguments, read in the order in which they are written, in the order of the parameters.</summary>
    private Value[] ReadArguments(IInvocationOperation call)
    {
        Value[] values = new Value[call.TargetMethod.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            Value value = Read(argument.Value);
            if (argument.Parameter is { } parameter)
            {
                values[parameter.Ordinal] = value;
            }
        }

        return Array.ConvertAll(values, value => value ?? NoCSharp());
    }
}
