using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads a method with <c>[Loss]</c>: the method and its types, the attributes, the signature.</summary>
internal static class LossParser
{
    public static ParsedLoss Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)context.TargetSymbol;
        MethodDeclarationSyntax syntax = (MethodDeclarationSyntax)context.TargetNode;
        DiagnosticReporter diagnostics = new(context.SemanticModel.Compilation);

        DeclarationRules.Check(method, syntax, diagnostics);
        LossConfiguration? configuration = ConfigurationParser.Parse(method, diagnostics, cancellation);
        MethodSignature signature = SignatureParser.Parse(method, syntax, configuration?.Activation, diagnostics);
        cancellation.ThrowIfCancellationRequested();

        bool isImplementable = DeclarationRules.IsImplementable(method, syntax);
        LossModel? model = isImplementable && configuration is not null && !diagnostics.HasErrors ? new(signature, configuration) : null;
        return new ParsedLoss(model, isImplementable && model is null ? signature : null, diagnostics.Records)
        {
            TermPlaces = model is null ? default : new(TermPlace.Find(method, model.Configuration, diagnostics, cancellation)),
        };
    }
}
