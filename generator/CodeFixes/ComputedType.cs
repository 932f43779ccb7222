using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.CodeFixes;

/// <summary>The type that a loss computes in.</summary>
internal static class ComputedType
{
    /// <summary>The element type of the input; where there is none yet, of the first other span over a floating-point type; or float.</summary>
    public static SpecialType Of(IMethodSymbol loss) => loss.Parameters
        .OrderBy(parameter => parameter.Name is "logits" or "probabilities" ? 0 : 1)
        .Select(parameter => Element(parameter.Type))
        .Where(element => element is SpecialType.System_Single or SpecialType.System_Double)
        .DefaultIfEmpty(SpecialType.System_Single)
        .First();

    private static SpecialType Element(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1 } generic ? generic.TypeArguments[0].SpecialType : SpecialType.None;
}
