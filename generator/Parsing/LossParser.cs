using System.Threading;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing.TermMethods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads a method with <c>[Loss]</c>: the method and its types, the attributes, the signature, the term methods.</summary>
internal static class LossParser
{
    public static ParsedLoss Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)context.TargetSymbol;
        MethodDeclarationSyntax syntax = (MethodDeclarationSyntax)context.TargetNode;
        Compilation compilation = context.SemanticModel.Compilation;
        DiagnosticReporter diagnostics = new(compilation);

        DeclarationRules.Check(method, syntax, diagnostics);
        LossConfiguration? configuration = ConfigurationParser.Parse(method, diagnostics, cancellation);
        TermMethodsOfLoss terms = TermMethodsOfLoss.Find(method, compilation, diagnostics, cancellation);
        MethodSignature signature = SignatureParser.Parse(method, syntax, configuration?.Activation, terms, diagnostics);
        HyperparameterRules.CheckTerms(method, syntax, terms, diagnostics);
        HyperparameterRules.CheckCount(signature, syntax, diagnostics);
        cancellation.ThrowIfCancellationRequested();

        bool isImplementable = DeclarationRules.IsImplementable(method, syntax);
        LossModel? declared = configuration is null ? null : terms.AddTo(new(signature, configuration), method, compilation, diagnostics, cancellation);
        LossModel? model = isImplementable && !diagnostics.HasErrors ? declared : null;
        return new ParsedLoss(model, isImplementable && model is null ? signature : null, diagnostics.Records)
        {
            TermPlaces = model is null ? default : new(TermPlace.Find(method, model.Configuration, diagnostics, cancellation)),
        };
    }
}
