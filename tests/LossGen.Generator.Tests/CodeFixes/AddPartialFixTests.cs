using System.Threading.Tasks;
using LossGen.CodeFixes;
using Xunit;

namespace LossGen.Generator.Tests.CodeFixes;

public class AddPartialFixTests
{
    private const string Usings = "using System;\nusing LossGen;\n\n";
    private const string Attributes = "    [Loss] [Positive] [Negative]\n";
    private const string Signature = "float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)";
    private const string Loss = Attributes + "    public static partial " + Signature + ";\n";

    private readonly AddPartialFix _fix = new();

    [Theory]
    [InlineData("public static class Losses", "public static partial class Losses")]
    [InlineData("/// <summary>Ours.</summary>\nclass Losses", "/// <summary>Ours.</summary>\npartial class Losses")]
    [InlineData("[Obsolete] // soon\nstruct Losses", "[Obsolete] // soon\npartial struct Losses")]
    [InlineData("public sealed record Losses", "public sealed partial record Losses")]
    [InlineData("internal readonly record struct Losses<T>", "internal readonly partial record struct Losses<T>")]
    [InlineData("public interface Losses", "public partial interface Losses")]
    public Task A_type_becomes_partial(string type, string expected) => _fix.ShouldBecome(
        Usings + type + "\n{\n" + Loss + "}\n",
        "Declare 'Losses' as partial",
        Usings + expected + "\n{\n" + Loss + "}\n");

    [Fact]
    public Task All_types_around_a_loss_become_partial_at_once() => _fix.ShouldBecomeAtOnce(
        Usings + "public class Outer\n{\n    // inside\n    struct Inner\n    {\n" + Loss + "    }\n}\n\nstatic class Other\n{\n" + Loss + "}\n",
        3,
        Usings + "public partial class Outer\n{\n    // inside\n    partial struct Inner\n    {\n" + Loss + "    }\n}\n\nstatic partial class Other\n{\n" + Loss + "}\n");

    [Theory]
    [InlineData("public static " + Signature + ";", "public static partial " + Signature + ";")]
    [InlineData("internal " + Signature + " => throw new NotImplementedException(); // later", "internal static partial " + Signature + "; // later")]
    [InlineData(
        "public static " + Signature + "\n    {\n        throw new NotImplementedException();\n    }",
        "public static partial " + Signature + ";")]
    [InlineData(
        "void F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient) { throw null!; }",
        "static partial void F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);")]
    public Task A_method_without_a_body_of_its_own_becomes_partial(string method, string expected) => _fix.ShouldBecome(
        Usings + "#nullable enable\npublic partial class Losses\n{\n" + Attributes + "    " + method + "\n}\n",
        "Declare 'F' as static partial",
        Usings + "#nullable enable\npublic partial class Losses\n{\n" + Attributes + "    " + expected + "\n}\n");

    [Fact]
    public Task A_method_and_its_type_become_partial_at_once() => _fix.ShouldBecomeAtOnce(
        Usings + "public static class Losses\n{\n" + Attributes + "    public static " + Signature + ";\n}\n",
        2,
        Usings + "public static partial class Losses\n{\n" + Loss + "}\n");

    [Theory]
    [InlineData("public static " + Signature + " => 0;")]
    [InlineData("public static " + Signature + " { return 0; }")]
    [InlineData("static " + Signature + ";")]
    [InlineData("public extern static " + Signature + ";")]
    public Task What_is_not_mechanical_is_left_to_the_author(string method) =>
        _fix.ShouldOfferNothing(Usings + "public partial class Losses\n{\n" + Attributes + "    " + method + "\n}\n");
}
