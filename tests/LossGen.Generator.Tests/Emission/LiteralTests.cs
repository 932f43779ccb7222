using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Emission;
using LossGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

public class LiteralTests
{
    private static readonly double[] s_numbers =
    [
        0, -0.0, 1, -1, 0.1, 0.05, 1.0 / 3, 2.3, 1e22, 123456789.125, Math.PI, double.Epsilon, -double.Epsilon, 2.2250738585072009e-308,
        2.2250738585072014e-308, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        float.Epsilon, 1.17549435e-38, 1.1754942e-38, float.MaxValue, .. Random(1000),
    ];

    [Fact]
    public void A_double_literal_is_the_number_it_was_made_of() =>
        Compiled("double", s_numbers.Select(Literal.Of)).Select(value => BitConverter.DoubleToInt64Bits((double)value))
            .ShouldBe(s_numbers.Select(BitConverter.DoubleToInt64Bits));

    [Fact]
    public void A_float_literal_is_the_rounded_number() =>
        Compiled("float", s_numbers.Select(number => Literal.Of(number, ScalarType.Single))).Select(value => BitConverter.SingleToInt32Bits((float)value))
            .ShouldBe(s_numbers.Select(number => BitConverter.SingleToInt32Bits((float)number)));

    [Theory]
    [InlineData(1.0, "1d")]
    [InlineData(-0.0, "-0d")]
    [InlineData(0.5, "0.5d")]
    public void Literals_have_the_suffix_of_their_type(double number, string text)
    {
        Literal.Of(number).ShouldBe(text);
        Literal.Of(number, ScalarType.Single).ShouldBe(text.Replace('d', 'f'));
    }

    [Theory]
    [InlineData(2.3 - 1, "1.3")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e-7, "1E-07")]
    public void A_formula_has_numbers_without_rounding_noise(double number, string text) => Literal.Shortest(number).ShouldBe(text);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Literals_do_not_depend_on_the_culture(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            Literal.Of(-1234567.5).ShouldBe("-1234567.5d");
            Literal.Of(-1.5, ScalarType.Single).ShouldBe("-1.5f");
            Literal.Shortest(-0.05).ShouldBe("-0.05");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // What the C# compiler makes of the literals.
    private static IEnumerable<object> Compiled(string type, IEnumerable<string> literals)
    {
        string fields = string.Join("\n", literals.Select((literal, i) => FormattableString.Invariant($"public const {type} C{i:D5} = {literal};")));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Literals", [CSharpSyntaxTree.ParseText($"public class Literals {{ {fields} }}")], Harness.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        compilation.GetDiagnostics().ShouldBeEmpty();
        return compilation.GetTypeByMetadataName("Literals")!.GetMembers().OfType<IFieldSymbol>()
            .OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field.ConstantValue!);
    }

    private static IEnumerable<double> Random(int count)
    {
        Random random = new(2026);
        return Enumerable.Range(0, count).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).Where(double.IsFinite);
    }
}
