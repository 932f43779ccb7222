using System;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Statements, which change the point of the flow.</summary>
internal sealed partial class TermReader
{
    private void Run(IOperation? statement)
    {
        if (statement is null || !_effort.Enter())
        {
            return;
        }

        switch (statement)
        {
            case IBlockOperation block:
                RunBlock(block);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                {
                    RunDeclaration(declaration);
                }

                break;
            case IExpressionStatementOperation expression:
                Read(expression.Operation);
                break;
            case IConditionalOperation conditional:
                Branch(ReadCondition(conditional.Condition), () => Run(conditional.WhenTrue), () => Run(conditional.WhenFalse));
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                Value value = result.ReturnedValue is { } returned ? Read(returned) : NoCSharp();
                _flow = _flow.Returning(Condition.True, value);
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            case ILabeledOperation labeled:
                Run(labeled.Operation); // the jump to it is reported
                break;
            case IInvalidOperation:
                NoCSharp();
                break;
            case ILoopOperation loop:
                Report(Descriptors.Loop, loop.Syntax.GetFirstToken(), loop.Syntax.GetFirstToken().Text);
                break;
            default:
                (string kind, string advice) = Words.OfStatement(statement);
                Report(Descriptors.UnsupportedStatement, statement.Syntax, kind, advice);
                break;
        }

        _effort.Leave();
    }

    private void RunBlock(IBlockOperation block)
    {
        foreach (IOperation statement in block.Operations)
        {
            if (_flow.IsOver)
            {
                break; // C# warns that the rest is unreachable (CS0162)
            }

            Run(statement);
        }
    }

    private void RunDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            if (declarator.Symbol.IsRef)
            {
                Report(Descriptors.UnsupportedStatement, declarator.Syntax, "A reference", "copy the value into a local");
            }
            else if ((declarator.Initializer ?? declaration.Initializer) is { } initializer)
            {
                Value value = Read(initializer.Value);
                _flow = _flow.With(declarator.Symbol, value);
            }
        }
    }

    /// <summary>Reads two branches, of which the first is taken where the condition holds.</summary>
    private void Branch(Condition condition, Action whenTrue, Action whenFalse)
    {
        Flow before = _flow;
        Flow After(Action branch)
        {
            _flow = before.Branch;
            branch();
            return _flow;
        }

        Flow taken = After(whenTrue);
        _flow = before.After(condition, taken, After(whenFalse), _effort);
    }

    private Value Branch(Condition condition, Func<Value> whenTrue, Func<Value> whenFalse)
    {
        Value a = Value.Unreadable;
        Value b = Value.Unreadable;
        Branch(condition, () => { a = whenTrue(); }, () => { b = whenFalse(); });
        return Choice.Of(condition, a, b, _effort);
    }
}
