using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Finds the bodies of the methods and the values of the constants of a project, in whichever file they are.</summary>
internal sealed class MethodBodies(Compilation compilation, CancellationToken cancellation)
{
    // a method may be called thousands of times
    private readonly Dictionary<ISymbol, IBlockOperation?> _found = new(SymbolEqualityComparer.Default);

    // every semantic model binds a body anew, and for a local function all of the method around it
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <summary>The part of the method that has its body.</summary>
    public static IMethodSymbol Implementing(IMethodSymbol method) =>
        method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The body, or null where it is not in the project.</summary>
    public IBlockOperation? Find(IMethodSymbol method)
    {
        IMethodSymbol implementing = Implementing(method);
        if (!_found.TryGetValue(implementing, out IBlockOperation? body))
        {
            body = Bind(implementing);
            _found.Add(implementing, body);
        }

        return body;
    }

    /// <summary>Whether C# rejects the method because it has no body (CS0501).</summary>
    public static bool IsLeftToCSharp(IMethodSymbol method) =>
        method is { IsExtern: false, IsAbstract: false, IsPartialDefinition: false }
        && method.Locations.Any(location => location.IsInSource)
        && method.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is MethodDeclarationSyntax { Body: null, ExpressionBody: null });

    /// <summary>The value of a constant field, or null where it is not in the project.</summary>
    public IOperation? Initializer(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.FirstOrDefault() is { } reference
        && compilation.ContainsSyntaxTree(reference.SyntaxTree)
        && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? Model(reference.SyntaxTree).GetOperation(value, cancellation)
            : null;

    private IBlockOperation? Bind(IMethodSymbol implementing)
    {
        foreach (SyntaxReference reference in implementing.DeclaringSyntaxReferences)
        {
            // the tree of a method in another project of the solution is not in the compilation
            if (compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                return Model(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) switch
                {
                    IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
                    ILocalFunctionOperation local => local.Body,
                    _ => null,
                };
            }
        }

        return null;
    }

    private SemanticModel Model(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out SemanticModel? model))
        {
            model = compilation.GetSemanticModel(tree);
            _models.Add(tree, model);
        }

        return model;
    }
}
