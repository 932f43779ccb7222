using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.SideBySide;

/// <summary>
/// Makes of an arithmetic on one vector those on several: the same expressions, once for each of the vectors. They are written out, since the JIT keeps
/// variables of several vectors in registers only where no call inside another one takes and returns them by value.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SideBySideGenerator : IIncrementalGenerator
{
    private const string Attribute = "LossGen.Elementary.SideBySideAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<(string HintName, string Text)> types = context.SyntaxProvider.ForAttributeWithMetadataName(
            Attribute,
            (node, _) => node is TypeDeclarationSyntax,
            (match, _) => (match.TargetSymbol.Name + ".SideBySide.g.cs", Text((INamedTypeSymbol)match.TargetSymbol, match.Attributes[0])));
        context.RegisterSourceOutput(types, (output, type) => output.AddSource(type.HintName, type.Text));
    }

    private static string Text(INamedTypeSymbol type, AttributeData attribute) => type.TypeKind == TypeKind.Interface
        ? ArithmeticWriter.WriteInterface(type)
        : ArithmeticWriter.WriteStructs(type, [.. attribute.ConstructorArguments[0].Values.Select(value => (int)value.Value!)]);
}
