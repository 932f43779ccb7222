using System;
using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>Writes namespaces, types and method heads as the user declared them.</summary>
internal static class DeclarationWriter
{
    /// <summary>The members inside their namespace and types.</summary>
    public static void Write(CodeWriter code, ContainingType type, Action members)
    {
        bool isGlobal = type.Namespace.Length == 0;
        if (!isGlobal)
        {
            code.Open("namespace " + type.Namespace);
        }

        foreach (TypeDeclaration declaration in type.Declarations)
        {
            code.Open($"partial {declaration.Keywords} {declaration.Name}{declaration.TypeParameters}");
        }

        members();
        foreach (TypeDeclaration _ in type.Declarations)
        {
            code.Close();
        }

        if (!isGlobal)
        {
            code.Close();
        }
    }

    /// <summary>The head of the implementing part, with the user's names.</summary>
    public static string Head(MethodSignature signature)
    {
        string returns = signature.Return switch
        {
            ReturnType.Single => "float",
            ReturnType.Double => "double",
            ReturnType.Void => "void",
            _ => signature.OtherReturn,
        };
        string parameters = string.Join(", ", signature.Parameters.Select(p => $"{p.Type} {p.Name}"));
        return $"{signature.Modifiers} partial {returns} {signature.Name}{signature.TypeParameters}({parameters}){signature.Constraints}";
    }
}
