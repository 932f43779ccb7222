using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>
/// Reads what a term method returns as an expression of its parameters, by running its body on expressions: a call is its
/// body, an if is both of its branches and a choice. What is not understood is reported where it stands; what C# rejects is not.
/// </summary>
internal sealed partial class TermReader(ExprBuilder builder, MethodBodies bodies, DiagnosticReporter diagnostics, CancellationToken cancellation)
{
    private readonly Effort _effort = new();
    private readonly Stack<IMethodSymbol> _calls = new();
    private Flow _flow = Flow.Start;

    // false where something has been reported, or C# rejects it
    private bool _isReadable = true;

    /// <summary>All of the term asks for more operations than a kernel can have.</summary>
    public bool IsExhausted => _effort.IsExhausted;

    /// <summary>What the method returns for those arguments, or null where some of it is not understood or no C#.</summary>
    public Expr? Read(IMethodSymbol method, IBlockOperation body, IReadOnlyList<Value> arguments) =>
        Call(method, body, arguments) is Number number && _isReadable && !IsExhausted ? number.Expr : null;

    /// <summary>The value of a method whose body is read where it is called.</summary>
    private Value Call(IMethodSymbol method, IBlockOperation body, IReadOnlyList<Value> arguments)
    {
        cancellation.ThrowIfCancellationRequested();
        IMethodSymbol implementing = MethodBodies.Implementing(method);
        Flow caller = _flow;
        _flow = Flow.Start;
        foreach (IParameterSymbol parameter in implementing.Parameters)
        {
            _flow = _flow.With(parameter, arguments[parameter.Ordinal]);
        }

        _calls.Push(implementing);
        Run(body);
        _calls.Pop();

        // C# rejects a body whose end can be reached (CS0161)
        Value result = _flow.IsOver ? _flow.Result(_effort) : NoCSharp();
        _flow = caller;
        return result;
    }

    private bool IsRunning(IMethodSymbol method) => _calls.Contains(MethodBodies.Implementing(method), SymbolEqualityComparer.Default);

    private Value Report(DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments)
    {
        _isReadable = false;
        diagnostics.Report(descriptor, place, arguments);
        return Value.Unreadable;
    }

    // the compiler has said so
    private Value NoCSharp()
    {
        _isReadable = false;
        return Value.Unreadable;
    }
}
