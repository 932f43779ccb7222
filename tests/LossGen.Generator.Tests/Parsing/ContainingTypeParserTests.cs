using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public class ContainingTypeParserTests
{
    private const string Loss = ParsedModel.Terms + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);";

    [Theory]
    [InlineData("public partial class T", "class", "T", "", "T")]
    [InlineData("internal static partial class T", "class", "T", "", "T")]
    [InlineData("public partial struct T", "struct", "T", "", "T")]
    [InlineData("public readonly ref partial struct T", "struct", "T", "", "T")]
    [InlineData("public sealed partial record T(int X)", "record", "T", "", "T")]
    [InlineData("public partial record class T", "record", "T", "", "T")]
    [InlineData("public readonly partial record struct T(int X)", "record struct", "T", "", "T")]
    [InlineData("public partial interface T<in TIn, out TOut>", "interface", "T", "<in TIn, out TOut>", "T`2")]
    [InlineData("public abstract partial class T<[CLSCompliant(false)] A /* a */, B> where A : class, new() where B : A", "class", "T", "<A, B>", "T`2")]
    public void Every_kind_of_type_can_contain_a_loss(string declaration, string keywords, string name, string typeParameters, string metadataName)
    {
        ContainingType type = ParsedModel.Of(SourceFile.Of(declaration + " { " + Loss + " }")).Signature.Type;
        type.Namespace.ShouldBe("");
        type.Declarations.ShouldHaveSingleItem().ShouldBe(new TypeDeclaration(keywords, name, typeParameters));
        type.MetadataName.ShouldBe(metadataName);
    }

    [Fact]
    public void Nested_types_are_listed_from_the_outside()
    {
        ContainingType type = ParsedModel.Of(SourceFile.Of(
            "namespace A { namespace B.C { public partial record Outer<T> { public partial interface IMiddle { private partial struct Inner<U> { "
            + Loss + " } } } } }")).Signature.Type;
        type.Namespace.ShouldBe("A.B.C");
        type.Declarations.Select(declaration => declaration.Keywords + " " + declaration.Name + declaration.TypeParameters)
            .ShouldBe(["record Outer<T>", "interface IMiddle", "struct Inner<U>"]);
        type.Innermost.Name.ShouldBe("Inner");
        type.MetadataName.ShouldBe("A.B.C.Outer`1+IMiddle+Inner`1");
    }
}
