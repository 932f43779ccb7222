using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests;

/// <summary>Declarations in projects of many kinds: no diagnostic of the compiler, and kernels that verify.</summary>
public class ConsumerTests
{
    private const string Bce = "[Loss] [Positive] [Negative] public static partial float Bce(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);\n";

    private const string Asymmetric = "[Loss] [Positive(Gamma = 1)] [Negative(Gamma = 4, Shift = 0.05)] public static partial double Asymmetric("
        + "ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, ReadOnlySpan<double> weights, Span<double> gradient, Span<double> hessian, Span<double> losses);\n";

    private const string Rows = "[Loss(Activation.Softmax)] [Positive(Gamma = 2)] public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);\n"
        + "[Loss(Activation.Softmax)] [Positive] public static partial void Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient);\n"
        + "[Loss(Activation.Softmax, LabelSmoothing = 0.1, IgnoreLabel = -1)] [Positive] [Negative(Gamma = 4)] public static partial double Asymmetric("
        + "ReadOnlySpan<double> logits, ReadOnlySpan<long> labels, ReadOnlySpan<double> classWeights, Span<double> gradient, Span<double> hessian);\n";

    private const string Class = "public static partial class Losses { " + Bce + Asymmetric + " }";

    // Everything that the emitted file names.
    private static readonly string[] s_names =
    [
        "Vector512", "Vector256", "Vector128", "Math", "MathF", "BitConverter", "Unsafe", "Fma", "Avx512F", "MethodImpl", "MethodImplOptions",
        "MethodImplAttribute", "ElementwiseBatch", "ElementwiseLanes", "ElementwiseLoss", "IElementwiseKernel", "ByteTargets", "Reduction",
        "LossVariant", "LossRoles", "IReadOnlyList", "InvalidOperationException", "MemoryMarshal", "Activation", "LossConfiguration",
    ];

    [Fact]
    public void Documentation_is_complete_with_and_without_comments_of_the_user()
    {
        CSharpParseOptions syntax = new(LanguageVersion.Latest, DocumentationMode.Diagnose);
        const string comment = "/// <summary>Documented.</summary>\n";
        Compile(new Project(SourceFile.Of(comment + Class)) { Syntax = syntax });
        Compile(new Project(SourceFile.Of(
            comment + "public static partial class Losses\n{\n" + comment
            + "/// <param name=\"logits\">z.</param>\n/// <param name=\"targets\">y.</param>\n/// <param name=\"gradient\">g.</param>\n/// <returns>L.</returns>\n"
            + Bce + "}")) { Syntax = syntax });
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void Nullable_may_be_off(NullableContextOptions nullable) =>
        Compile(new Project(SourceFile.Of(Class)) { Options = Options.WithNullableContextOptions(nullable) });

    [Fact]
    public void Arithmetic_may_be_checked() => Verify(new Project(SourceFile.Of(Class)) { Options = Options.WithOverflowChecks(true) });

    [Fact]
    public void Unsafe_code_may_be_forbidden() => Verify(new Project(SourceFile.Of(Class)) { Options = Options.WithAllowUnsafe(false) });

    [Theory]
    [InlineData("namespace X.System { public class Marker; } namespace X { " + Class + " }")]
    [InlineData("namespace X.System.Runtime.Intrinsics { public class Marker; } namespace X.System { " + Class + " }")]
    [InlineData("namespace X.LossGen.Kernels { public class Marker; } namespace X { using global::LossGen; " + Class + " }")]
    [InlineData("namespace LossGen.Something { " + Class + " }")]
    [InlineData("namespace LossGen.Generated.Something { " + Class + " }")]
    [InlineData("namespace LossGen { " + Class + " }")]
    [InlineData("namespace X { public class LossGen; public class Kernels; " + Class + " }")]
    [InlineData("namespace @namespace.@event { " + Class + " }")]
    public void Namespaces_do_not_get_in_the_way(string source) => Compile(new Project(SourceFile.Of(source)));

    [Fact]
    public void Losses_over_rows_run_beside_types_of_any_name() => Verify(new Project(
        SourceFile.Of("namespace X { public static partial class Losses { " + Rows + " } }"),
        new SourceFile("Types.cs", "namespace X { " + Types([.. s_names.Except(["Activation"]), "RowLoss", "RowBatch", "IRowKernel"]) + " }"))
    {
        Options = Options.WithOverflowChecks(true).WithNullableContextOptions(NullableContextOptions.Disable),
    });

    [Fact]
    public void Types_of_the_same_namespace_may_have_any_name() => Verify(new Project(
        SourceFile.Of("namespace X { " + Class + " }"), new SourceFile("Types.cs", "namespace X { " + Types(s_names.Except(["Activation"])) + " }")));

    [Fact]
    public void Types_of_the_global_namespace_may_have_any_name() => Verify(new Project(
        SourceFile.Of("namespace X { using LossGen; " + Class + " }"), new SourceFile("Types.cs", Types(s_names))));

    [Fact]
    public void Types_beside_spans_may_have_their_names() => Compile(new Project(SourceFile.Of(
        "namespace X { public class Span<T>; public class ReadOnlySpan<T>; public static partial class Losses { "
        + Bce.Replace("ReadOnlySpan<", "global::System.ReadOnlySpan<").Replace(" Span<", " global::System.Span<") + " } }")));

    [Fact]
    public void Classes_of_one_name_live_in_different_namespaces() => Compile(new Project(SourceFile.Of(
        "namespace A { " + Class + " } namespace B { " + Class + " } namespace B.A { " + Class + " }")));

    [Fact]
    public void Losses_of_one_name_live_in_different_types() => Verify(new Project(SourceFile.Of(
        "public static partial class Losses { " + Bce + " } public static partial class Others { " + Bce.Replace("float", "double")
        + " public static partial class Losses { " + Bce + " } }")));

    [Fact]
    public void Keywords_are_identifiers() => Verify(new Project(SourceFile.Of(
        "namespace @namespace { public static partial class @class { " + Bce.Replace("Bce", "@event") + Bce.Replace("Bce", "@float") + " } }")));

    [Fact]
    public void Overloads_are_told_apart() => Verify(new Project(SourceFile.Of("public static partial class Losses { " + Bce
        + Bce.Replace("float", "double") + Bce.Replace("targets,", "targets, Span<float> losses,") + Bce.Replace("ReadOnlySpan<float> targets", "ReadOnlySpan<byte> targets")
        + Bce.Replace("ReadOnlySpan<float> targets", "ReadOnlySpan<bool> targets").Replace("partial float", "partial void") + " }")));

    [Theory]
    [InlineData("public partial class Losses { ", "}")]
    [InlineData("public static partial class Losses { ", "}")]
    [InlineData("public abstract partial class Losses { ", "}")]
    [InlineData("internal sealed partial class Losses { ", "}")]
    [InlineData("public partial struct Losses { ", "}")]
    [InlineData("public readonly partial struct Losses { ", "}")]
    [InlineData("public ref partial struct Losses { ", "}")]
    [InlineData("public readonly ref partial struct Losses { ", "}")]
    [InlineData("public partial record Losses { ", "}")]
    [InlineData("public partial record class Losses(int Count) { ", "}")]
    [InlineData("public readonly partial record struct Losses(int Count) { ", "}")]
    [InlineData("public partial interface ILosses { ", "}")]
    [InlineData("public partial interface ILosses<in TIn, out TOut> { ", "}")]
    [InlineData("public partial class Losses<T> where T : class, new() { ", "}")]
    [InlineData("public partial class Losses<T, @class> where T : struct { ", "}")]
    [InlineData("public partial class Outer<T> { public partial struct Middle { public partial record Inner<U>(T First, U Second) where U : notnull { ", "} } }")]
    [InlineData("internal partial interface IOuter { private partial class Inner { ", "} }")]
    public void Any_type_that_has_methods_has_losses(string opening, string closing) =>
        Compile(new Project(SourceFile.Of(opening + Bce + Asymmetric + closing)));

    [Theory]
    [InlineData("public ref partial struct Losses { ", "}")]
    [InlineData("public partial class Outer<T> where T : class { public partial record struct Inner<U>(T First, U Second) where U : struct { ", "} }")]
    public void Losses_of_unusual_types_run(string opening, string closing) => Verify(new Project(SourceFile.Of(opening + Bce + closing)));

    // net10.0 has C# 14; the kernels need file-local types (11) and ref readonly parameters (12)
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp11)]
    public void An_older_language_than_12_is_an_error_that_says_so(LanguageVersion version)
    {
        string[] messages = [.. GeneratorRun.Of(new Project(SourceFile.Of(Class)) { Syntax = new(version) })
            .CompilerDiagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
        messages.ShouldAllBe(message => message.Contains("use language version"));
        messages.ShouldContain(message => message.Contains("'ref readonly parameters'") && message.Contains("12.0 or greater"));
    }

    [Fact]
    public void The_language_12_is_new_enough() =>
        Compile(new Project(SourceFile.Of(Class)) { Syntax = new(LanguageVersion.CSharp12) });

    [Theory]
    [InlineData("private static partial")]
    [InlineData("internal static partial")]
    public void A_loss_has_any_accessibility(string modifiers) =>
        Compile(new Project(SourceFile.OfMembers(Bce.Replace("public static partial", modifiers) + "public static void Use() => Bce(default, default, default);")));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_text_does_not_depend_on_the_culture(string name)
    {
        SourceFile file = SourceFile.OfMembers(
            Asymmetric + Bce.Replace("[Negative]", "[Negative(Weight = 0.25, Gamma = 2.3, Poly = new[] { -1.5, 1e-7, 1234567.5 })]"));
        string[] expected = In(CultureInfo.InvariantCulture);
        In(CultureInfo.GetCultureInfo(name)).ShouldBe(expected);

        string[] In(CultureInfo culture)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = culture;
            try
            {
                return [.. GeneratorRun.Of(file).Files.Select(generated => generated.SourceText.ToString())];
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void A_loss_without_accessibility_returns_nothing() =>
        Compile(new Project(SourceFile.OfMembers(Bce.Replace("public static partial float", "static partial void") + "public static void Use() => Bce(default, default, default);")));

    private static CSharpCompilationOptions Options => new Project().Options.WithAllowUnsafe(false);

    private static string Types(IEnumerable<string> names) => string.Join("\n", names.Select(name => $"public class {name} {{ }}"));

    private static GeneratorRun Compile(Project project)
    {
        GeneratorRun run = GeneratorRun.Of(project);
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
        return run;
    }

    // Compiles without any diagnostic, then loads the assembly and lets every loss verify itself.
    private static void Verify(Project project)
    {
        GeneratorRun run = Compile(project);
        using MemoryStream image = new();
        EmitResult emitted = run.Output.Emit(image);
        emitted.Success.ShouldBeTrue();
        LossVariant[] variants = [.. Assembly.Load(image.ToArray()).GetTypes().SelectMany(Variants)];
        variants.ShouldNotBeEmpty();
        foreach (LossVariant variant in variants)
        {
            variant.Verify().Passed.ShouldBeTrue(variant.ToString());
        }
    }

    private static IEnumerable<LossVariant> Variants(Type type)
    {
        Type closed = type.IsGenericTypeDefinition
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(parameter =>
                parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int) : typeof(object))])
            : type;
        return closed.GetProperty("LossVariants") is { GetMethod: { } get } ? get.CreateDelegate<Func<IReadOnlyList<LossVariant>>>()() : [];
    }
}
