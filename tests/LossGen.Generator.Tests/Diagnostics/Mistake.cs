using LossGen.Generator.Tests.Harness;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>A wrong declaration and what is said about it.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Source">The file, with the reported place marked.</param>
/// <param name="Message">The whole message.</param>
/// <param name="FromCSharp">The errors that the C# compiler has about the declaration itself.</param>
internal sealed record Mistake(string Id, string Source, string Message, params string[] FromCSharp)
{
    private const string Attributes = "[Loss] [Positive] [Negative] ";

    /// <summary>A wrong method in a right class.</summary>
    public static Mistake InMethod(string id, string members, string message) =>
        new(id, SourceFile.OfMembers(members).Text, message);

    /// <summary>A wrong method with right attributes.</summary>
    public static Mistake InSignature(string id, string method, string message) => InMethod(id, Attributes + method, message);

    /// <summary>Wrong attributes on a right method.</summary>
    public static Mistake InAttributes(string id, string attributes, string message) => InMethod(
        id, attributes + " public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);", message);

    public override string ToString() => Id + ": " + Message;
}
