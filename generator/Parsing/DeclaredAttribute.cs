using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>An attribute with its values and with the place of each in the source.</summary>
internal sealed class DeclaredAttribute
{
    private readonly AttributeData _values;

    private DeclaredAttribute(string metadataName, AttributeData values, AttributeSyntax syntax) =>
        (MetadataName, _values, Syntax) = (metadataName, values, syntax);

    public string MetadataName { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>The name that the user sees: <c>Positive</c>.</summary>
    public string Name => _values.AttributeClass!.Name.Replace("Attribute", "");

    /// <summary>The C# compiler has no objection to any argument; where it has, it says so itself.</summary>
    public bool IsWellFormed => _values.AttributeConstructor is not null
        && _values.ConstructorArguments.All(HasValue)
        && _values.NamedArguments.All(argument => HasValue(argument.Value))
        && (Syntax.ArgumentList?.Arguments.Count ?? 0) <= _values.ConstructorArguments.Length + _values.NamedArguments.Length;

    /// <summary>The first attribute of that metadata name; a second one is an error of C# (CS0579).</summary>
    public static DeclaredAttribute? Find(ImmutableArray<AttributeData> attributes, string metadataName, CancellationToken cancellation)
    {
        AttributeData? values = attributes.FirstOrDefault(attribute => attribute.IsNamed(metadataName));
        return values?.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax ? new(metadataName, values, syntax) : null;
    }

    /// <summary>The value of a property, or null where the property is not set.</summary>
    public TypedConstant? Named(string property)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in _values.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }

    public T Value<T>(string property, T absent) where T : struct => Named(property)?.Value is T value ? value : absent;

    /// <summary>The value of the first constructor argument, given or by default.</summary>
    public object? ConstructorValue => _values.ConstructorArguments.Select(argument => argument.Value).FirstOrDefault();

    /// <summary>The argument that names a term method, or null where the attribute has none.</summary>
    public AttributeArgumentSyntax? Term => ConstructorValue is string
        ? Syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)
        : null;

    /// <summary>The argument that sets a property, or else the constructor's argument, or else the attribute.</summary>
    public SyntaxNode Place(string property)
    {
        IEnumerable<AttributeArgumentSyntax> arguments = Syntax.ArgumentList?.Arguments ?? Enumerable.Empty<AttributeArgumentSyntax>();
        return arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)
            ?? arguments.FirstOrDefault(argument => argument.NameEquals is null)
            ?? (SyntaxNode)Syntax;
    }

    /// <summary>The value of a property in the user's words.</summary>
    public string Text(string property) => Place(property) is AttributeArgumentSyntax argument ? argument.Expression.ToString() : "";

    private static bool HasValue(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(HasValue),
        _ => true,
    };
}
