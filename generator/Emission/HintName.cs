using System.Globalization;
using System.Text;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>
/// The names of generated files. Roslyn compares them without regard to case and C# names do differ in case only, so
/// the capitals inside a word are marked: <c>Losses.Balanced-Focal.0.g.cs</c>.
/// </summary>
internal static class HintName
{
    private const string Extension = ".g.cs";

    /// <summary>Namespace, types with arity, method, and the ordinal of the overload: <c>My.Outer+Losses`1.Asymmetric.1.g.cs</c>.</summary>
    public static string ForLoss(MethodSignature signature) =>
        Encode(signature.Type.MetadataName + "." + signature.Name.TrimStart('@'))
            + "." + signature.Overload.ToString(CultureInfo.InvariantCulture) + Extension;

    /// <summary>Unlike the name for a loss it has no ordinal: <c>My.Outer+Losses`1.LossVariants.g.cs</c>.</summary>
    public static string ForVariants(ContainingType type) => Encode(type.MetadataName) + ".LossVariants" + Extension;

    /// <summary>
    /// One-to-one even where case is ignored: a hyphen stands before a capital inside a word and before a word
    /// that begins with a small letter, and what is not ASCII is written as its code in braces.
    /// </summary>
    private static string Encode(string name)
    {
        StringBuilder text = new(name.Length + 8);
        bool beginsWord = true;
        foreach (char c in name)
        {
            if (c > '\x7f')
            {
                text.Append('{').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('}');
            }
            else
            {
                bool isUnexpectedCase = beginsWord ? c is >= 'a' and <= 'z' : c is >= 'A' and <= 'Z';
                text.Append(isUnexpectedCase ? "-" : "").Append(c);
            }

            beginsWord = c is '.' or '+';
        }

        return text.ToString();
    }
}
