using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Reads a term method: what its parameters stand for, and its body.</summary>
internal sealed class TermMethodParser(
    IMethodSymbol loss, LossModel model, Compilation compilation, DiagnosticReporter diagnostics, CancellationToken cancellation)
{
    // Above it, rewriting and the JIT compiler take seconds over a kernel, which no formula of the field comes near to.
    private const int MaxNodes = 400;

    private readonly MethodBodies _bodies = new(compilation, cancellation);

    /// <summary>The term, or null where there is none that is understood; the reason is reported, or C# rejects the method.</summary>
    public CustomTerm? Parse(TermMethod term)
    {
        if (_bodies.Find(term.Symbol) is not { } body)
        {
            if (!MethodBodies.IsLeftToCSharp(term.Symbol))
            {
                diagnostics.Report(Descriptors.TermWithoutBody, term.Argument, term.Symbol.Name);
            }

            return null;
        }

        ExprBuilder builder = new();
        List<(TermArgument Argument, Expr Value)?> parameters = [.. term.Symbol.Parameters.Select(parameter => Bind(term, parameter, builder))];
        TermReader reader = new(builder, _bodies, diagnostics, cancellation);
        Expr? value = reader.Read(term.Symbol, body, [.. parameters.Select(p => p is { } bound ? new Number(bound.Value) : Value.Unreadable)]);
        ExprGraph? graph = value is { } expr ? builder.Build([(Algebra.OutputKind.Term, expr)]) : null;
        if (reader.IsExhausted || graph?.Nodes.Count > MaxNodes)
        {
            diagnostics.Report(Descriptors.TermTooLarge, term.Argument, term.Symbol.Name);
            return null;
        }

        return graph is null || parameters.Contains(null)
            ? null
            : new CustomTerm(Call(term.Symbol), new EquatableArray<TermArgument>(parameters.Select(p => p!.Value.Argument)), graph);
    }

    /// <summary>What a parameter stands for, or null where that is reported.</summary>
    private (TermArgument Argument, Expr Value)? Bind(TermMethod term, IParameterSymbol parameter, ExprBuilder builder) => parameter.Name switch
    {
        TermMethod.Probability => (new(TermArgumentKind.Probability) { Name = parameter.Name }, builder.Add(Op.Probability)),
        TermMethod.Target or TermMethod.Logit when IsOverRows(term) => Refuse(term, parameter),
        TermMethod.Target => (new(TermArgumentKind.Target) { Name = parameter.Name }, builder.Add(Op.Target)),
        TermMethod.Logit => BindLogit(term, parameter, builder),
        _ => BindHyperparameter(term, parameter, builder),
    };

    // a term over (p, y) is refused as a whole there
    private bool IsOverRows(TermMethod term) =>
        model.Configuration.Activation == Activation.Softmax && term.Attribute.MetadataName != AttributeNames.Term;

    private (TermArgument Argument, Expr Value)? Refuse(TermMethod term, IParameterSymbol parameter)
    {
        diagnostics.Report(Descriptors.TermOfProbabilityOnly, term.Argument, term.Symbol.Name, parameter.Name);
        return null;
    }

    private (TermArgument Argument, Expr Value)? BindLogit(TermMethod term, IParameterSymbol parameter, ExprBuilder builder)
    {
        if (model.Configuration.Activation != Activation.None)
        {
            return (new(TermArgumentKind.Logit) { Name = parameter.Name }, builder.Add(Op.Logit));
        }

        diagnostics.Report(Descriptors.LogitOfProbability, term.Argument, term.Symbol.Name, loss.Name);
        return null;
    }

    private (TermArgument Argument, Expr Value)? BindHyperparameter(TermMethod term, IParameterSymbol parameter, ExprBuilder builder)
    {
        IReadOnlyList<Hyperparameter> given = model.Signature.Hyperparameters;
        for (int index = 0; index < given.Count; index++)
        {
            if (given[index].Name == parameter.Name)
            {
                return (new(TermArgumentKind.Hyperparameter, index) { Name = parameter.Name }, builder.Hyperparameter(index, given[index].IsNonNegative));
            }
        }

        if (parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: double value })
        {
            return (new(TermArgumentKind.Default) { Name = parameter.Name }, builder.Constant(value));
        }

        diagnostics.ReportMissing(
            parameter.Name, Descriptors.UnboundTermParameter, term.Argument,
            term.Symbol.Name, parameter.Name, loss.Name, ElementTypes.Keyword(model.Signature.Scalar));
        return null;
    }

    private string Call(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, loss.ContainingType)
        ? CodeText.Identifier(method.Name)
        : CodeText.Qualified(method.ContainingType) + "." + CodeText.Identifier(method.Name);
}
