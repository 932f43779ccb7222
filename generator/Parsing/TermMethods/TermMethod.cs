using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>The method that an attribute names as a term.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Argument">The argument that names the method.</param>
/// <param name="Symbol">The method.</param>
internal sealed record TermMethod(DeclaredAttribute Attribute, AttributeArgumentSyntax Argument, IMethodSymbol Symbol)
{
    public const string Probability = "p";
    public const string Logit = "z";
    public const string Target = "y";

    /// <summary>The names of the parameters that the loss is to supply.</summary>
    public IEnumerable<string> HyperparameterNames =>
        Symbol.Parameters.Select(parameter => parameter.Name).Where(name => name is not (Probability or Logit or Target));
}
