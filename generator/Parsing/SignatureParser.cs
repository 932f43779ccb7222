using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing.TermMethods;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads the signature of a loss, which says what is computed.</summary>
internal static class SignatureParser
{
    /// <summary>The signature; the activation is null where the attributes do not say it.</summary>
    public static MethodSignature Parse(
        IMethodSymbol method, MethodDeclarationSyntax syntax, Activation? activation, TermMethodsOfLoss terms, DiagnosticReporter diagnostics)
    {
        ScalarType scalar = FindScalar(method);
        ParameterParser parser = new(method, syntax, scalar, activation, terms, diagnostics);
        EquatableArray<LossParameter> parameters = new(method.Parameters.Select(parser.Parse).ToList());
        ReturnType returnType = ParseReturn(method, syntax, scalar, diagnostics);
        new RequiredParts(method, syntax, scalar, activation, parser.RolesMeant).Check(diagnostics);
        new RowParameters(method, syntax, activation).Check(diagnostics);

        (string typeParameters, string constraints) = CodeText.Generics(method);
        return new MethodSignature(
            ContainingTypeParser.Parse(method.ContainingType),
            CodeText.Identifier(method.Name),
            string.Join(" ", syntax.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(modifier => modifier.Text)),
            returnType,
            parameters,
            scalar,
            Overloads.Ordinal(method),
            IsDocumented(syntax))
        {
            OtherReturn = returnType == ReturnType.Other ? RefKindOf(method) + CodeText.Qualified(method.ReturnType) : "",
            TypeParameters = typeParameters,
            Constraints = constraints,
        };
    }

    /// <summary>The type T that a kernel computes in: the input's, or the first there is where the input is in error.</summary>
    private static ScalarType FindScalar(IMethodSymbol method)
    {
        IEnumerable<IParameterSymbol> inputFirst = method.Parameters
            .OrderBy(parameter => Role.Find(parameter.Name)?.Kind is ParameterRole.Logits or ParameterRole.Probabilities ? 0 : 1);
        return inputFirst.Select(parameter => ElementTypes.Scalar(ElementTypes.Inside(parameter.Type))).FirstOrDefault(scalar => scalar is not null)
            ?? ScalarType.Single;
    }

    private static ReturnType ParseReturn(
        IMethodSymbol method, MethodDeclarationSyntax syntax, ScalarType scalar, DiagnosticReporter diagnostics)
    {
        ReturnType type = method switch
        {
            { RefKind: not RefKind.None } => ReturnType.Other,
            { ReturnsVoid: true } => ReturnType.Void,
            { ReturnType.SpecialType: SpecialType.System_Single } => ReturnType.Single,
            { ReturnType.SpecialType: SpecialType.System_Double } => ReturnType.Double,
            _ => ReturnType.Other,
        };
        bool isWrong = type == ReturnType.Other || (type == ReturnType.Single && scalar == ScalarType.Double);
        if (isWrong && !DeclarationRules.MentionsErrors(method.ReturnType))
        {
            string right = scalar == ScalarType.Single ? "'float', 'double' or 'void'" : "'double' or 'void'";
            diagnostics.Report(Descriptors.WrongReturnType, syntax.ReturnType, method.Name, syntax.ReturnType.ToString(), right);
        }

        return type;
    }

    private static string RefKindOf(IMethodSymbol method) => method.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    /// <summary>Also where the compiler reads documentation comments as plain ones, in projects without a documentation file.</summary>
    private static bool IsDocumented(MethodDeclarationSyntax syntax) => syntax.GetLeadingTrivia()
        .Select(trivia => trivia.ToFullString().TrimStart())
        .Any(text => text.StartsWith("///", StringComparison.Ordinal) || text.StartsWith("/**", StringComparison.Ordinal));
}
