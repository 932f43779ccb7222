using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public class SignatureParserTests
{
    [Fact]
    public void Every_role_is_recognised_in_any_order()
    {
        MethodSignature signature = Parse(
            "public static partial float F(Span<float> losses, ReadOnlySpan<float> classWeights, Span<float> hessian, ReadOnlySpan<float> weights, "
            + "Span<float> gradient, ReadOnlySpan<float> targets, ReadOnlySpan<float> logits);");
        signature.Parameters.Select(parameter => parameter.Role).ShouldBe(
        [
            ParameterRole.Losses, ParameterRole.ClassWeights, ParameterRole.Hessian, ParameterRole.Weights,
            ParameterRole.Gradient, ParameterRole.Targets, ParameterRole.Logits,
        ]);
        signature.Parameters.ShouldAllBe(parameter => parameter.Element == ElementType.Single);
        signature.Parameters[0].Name.ShouldBe("losses");
        signature.Parameters[0].Type.ShouldBe("global::System.Span<float>");
        signature.Parameters[6].Type.ShouldBe("global::System.ReadOnlySpan<float>");
    }

    [Theory]
    [InlineData("float", "float", ScalarType.Single, ReturnType.Single)]
    [InlineData("double", "float", ScalarType.Single, ReturnType.Double)]
    [InlineData("double", "double", ScalarType.Double, ReturnType.Double)]
    [InlineData("void", "double", ScalarType.Double, ReturnType.Void)]
    internal void The_logits_say_the_type_of_the_kernel(string returned, string element, ScalarType scalar, ReturnType expected)
    {
        MethodSignature signature = Parse(
            $"public static partial {returned} F(ReadOnlySpan<{element}> logits, ReadOnlySpan<{element}> targets, Span<{element}> gradient);");
        signature.Scalar.ShouldBe(scalar);
        signature.Return.ShouldBe(expected);
    }

    [Theory]
    [InlineData("float", ElementType.Single, false)]
    [InlineData("bool", ElementType.Boolean, true)]
    [InlineData("byte", ElementType.Byte, true)]
    internal void Targets_are_of_the_type_or_hard(string element, ElementType expected, bool isHard)
    {
        LossModel model = ParsedModel.OfMembers(
            ParsedModel.Terms + $"public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<{element}> targets);");
        model.Signature.Find(ParameterRole.Targets)!.Element.ShouldBe(expected);
        model.HasHardTargets.ShouldBe(isHard);
    }

    [Theory]
    [InlineData("public static partial")]
    [InlineData("static internal partial")]
    [InlineData("private static unsafe partial")]
    [InlineData("public new static partial")]
    public void Modifiers_stay_in_the_words_and_order_of_the_user(string modifiers)
    {
        SourceFile file = SourceFile.Of(
            "public class Base { public static void F(int x) { } public static float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets) => 0; }\n"
            + "public partial class Losses" + (modifiers.Contains("new", System.StringComparison.Ordinal) ? " : Base" : "")
            + " { " + ParsedModel.Terms + modifiers + " float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets); }");
        ParsedModel.Of(file).Signature.Modifiers.ShouldBe(modifiers.Replace(" partial", ""));
    }

    [Fact]
    public void A_void_method_without_accessibility_is_an_old_partial_method() =>
        Parse("static partial void F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);").Modifiers.ShouldBe("static");

    [Fact]
    public void Modifiers_that_both_parts_repeat_stand_before_the_type()
    {
        MethodSignature signature = Parse(
            "public static partial float F(this scoped ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, scoped Span<float> gradient);");
        signature.Parameters.Select(parameter => parameter.Type).ShouldBe(
            ["this scoped global::System.ReadOnlySpan<float>", "global::System.ReadOnlySpan<float>", "scoped global::System.Span<float>"]);
    }

    [Fact]
    public void Keywords_are_escaped()
    {
        MethodSignature signature = ParsedModel.Of(SourceFile.Of(
            "namespace @event.Inner; public static partial class @class<@in> { " + ParsedModel.Terms
            + "public static partial float @return(ReadOnlySpan<float> @logits, ReadOnlySpan<float> targets); }")).Signature;
        signature.Name.ShouldBe("@return");
        signature.Parameters[0].Name.ShouldBe("logits");
        signature.Type.Namespace.ShouldBe("@event.Inner");
        signature.Type.Innermost.ShouldBe(new TypeDeclaration("class", "@class", "<@in>"));
        signature.Type.MetadataName.ShouldBe("event.Inner.class`1");
    }

    [Fact]
    public void A_type_that_hides_Span_is_not_taken_for_it()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.Of(
            "public readonly ref struct Span<T>; public static partial class Losses { " + ParsedModel.Terms
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient); }"));
        run.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("LOSS014");
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/// <summary>A loss.</summary>\n", true)]
    [InlineData("/** <summary>A loss.</summary> */\n", true)]
    [InlineData("// A loss.\n", false)]
    [InlineData("", false)]
    public void A_documentation_comment_is_noticed(string comment, bool isDocumented) =>
        ParsedModel.OfMembers(comment + ParsedModel.Terms + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);")
            .Signature.IsDocumented.ShouldBe(isDocumented);

    [Fact]
    public void Overloads_are_numbered_by_file_then_by_position_whatever_the_order_of_the_files()
    {
        SourceFile first = SourceFile.Of("public static partial class Losses { " + Overload("double") + Overload("float") + " }", "A.cs");
        SourceFile second = SourceFile.Of(
            "public static partial class Losses { public static void F() { } " + ParsedModel.Terms
            + "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets); }", "B.cs");
        Ordinals(first, second).ShouldBe(Ordinals(second, first));
        Ordinals(first, second).ShouldBe([(0, ElementType.Double), (1, ElementType.Single), (2, ElementType.Boolean)]);

        static string Overload(string type) =>
            ParsedModel.Terms + $"public static partial double F(ReadOnlySpan<{type}> logits, ReadOnlySpan<{type}> targets);";

        static (int, ElementType)[] Ordinals(params SourceFile[] files) =>
            [.. GeneratorRun.Of(files).Values<LossModel>(TrackingNames.Losses).Select(model => model.Signature)
                .Select(signature => (signature.Overload, signature.Find(ParameterRole.Targets)!.Element)).Order()];
    }

    private static MethodSignature Parse(string method) => ParsedModel.OfMembers(ParsedModel.Terms + method).Signature;
}
