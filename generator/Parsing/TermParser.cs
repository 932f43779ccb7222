using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads <c>[Positive]</c> or <c>[Negative]</c> and checks the range of every value.</summary>
internal static class TermParser
{
    public static TermConfiguration Parse(
        DeclaredAttribute attribute, IReadOnlyCollection<HyperparameterProperty> givenAtRunTime, DiagnosticReporter diagnostics)
    {
        if (attribute.Term is not null)
        {
            return ParseCustom(attribute, diagnostics);
        }

        TermConfiguration term = new(
            Weight: attribute.Value(nameof(TermConfiguration.Weight), 1.0),
            Gamma: attribute.Value(nameof(TermConfiguration.Gamma), 0.0),
            Shift: attribute.Value(nameof(TermConfiguration.Shift), 0.0),
            Poly: ParsePoly(attribute, diagnostics),
            DetachFocus: attribute.Value(nameof(TermConfiguration.DetachFocus), false));

        CheckWeightAndShift(term, attribute, diagnostics);
        Check(IsFinite(term.Gamma) && term.Gamma >= 0, Descriptors.GammaOutOfRange, nameof(TermConfiguration.Gamma), attribute, diagnostics);
        bool hasFocus = term.Gamma != 0 || givenAtRunTime.Contains(HyperparameterProperty.Gamma);
        Check(!term.DetachFocus || hasFocus, Descriptors.DetachFocusWithoutGamma, nameof(TermConfiguration.DetachFocus), attribute, diagnostics);
        return term;
    }

    /// <summary>A term method takes the place of the formula, but not of what is around it.</summary>
    private static TermConfiguration ParseCustom(DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        foreach (string property in new[] { nameof(TermConfiguration.Gamma), nameof(TermConfiguration.Poly), nameof(TermConfiguration.DetachFocus) })
        {
            Check(attribute.Named(property) is null, Descriptors.ExcludedByTerm, property, attribute, diagnostics, property);
        }

        TermConfiguration term = new(
            Weight: attribute.Value(nameof(TermConfiguration.Weight), 1.0),
            Gamma: 0,
            Shift: attribute.Value(nameof(TermConfiguration.Shift), 0.0),
            Poly: default,
            DetachFocus: false);
        CheckWeightAndShift(term, attribute, diagnostics);
        return term;
    }

    private static void CheckWeightAndShift(TermConfiguration term, DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        Check(IsFinite(term.Weight), Descriptors.WeightNotFinite, nameof(TermConfiguration.Weight), attribute, diagnostics);
        Check(term.Shift is >= 0 and < 1, Descriptors.ShiftOutOfRange, nameof(TermConfiguration.Shift), attribute, diagnostics);
    }

    private static void Check(
        bool holds, DiagnosticDescriptor descriptor, string property, DeclaredAttribute attribute, DiagnosticReporter diagnostics, params string[] more)
    {
        if (!holds)
        {
            diagnostics.Report(descriptor, attribute.Place(property), [attribute.Name, attribute.Text(property), .. more]);
        }
    }

    private static EquatableArray<double> ParsePoly(DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        if (attribute.Named(nameof(TermConfiguration.Poly)) is not { IsNull: false } poly)
        {
            return default;
        }

        SyntaxNode argument = attribute.Place(nameof(TermConfiguration.Poly));
        ImmutableArray<double> coefficients = [.. poly.Values.Select(value => (double)value.Value!)];
        if (coefficients.IsEmpty)
        {
            diagnostics.Report(Descriptors.EmptyPoly, argument, attribute.Name);
        }

        for (int i = 0; i < coefficients.Length; i++)
        {
            if (!IsFinite(coefficients[i]))
            {
                SyntaxNode place = Element(argument, i);
                string ordinal = (i + 1).ToString(CultureInfo.InvariantCulture);
                diagnostics.Report(Descriptors.PolyNotFinite, place, attribute.Name, place.ToString(), ordinal);
            }
        }

        // With one coefficient the term falls with the confidence t exactly where eps >= -1, whatever Gamma:
        // the slope at t -> 1 is -(Gamma + 1)(1 + eps) u^Gamma (Leng et al., 2022, for Gamma = 0).
        if (coefficients.Length == 1 && IsFinite(coefficients[0]) && coefficients[0] < -1)
        {
            SyntaxNode place = Element(argument, 0);
            diagnostics.Report(Descriptors.NonMonotonePoly, place, attribute.Name, place.ToString());
        }

        return new(coefficients);
    }

    /// <summary>The expression of one coefficient, or the argument where the array is not written out.</summary>
    private static SyntaxNode Element(SyntaxNode argument, int index)
    {
        IReadOnlyList<ExpressionSyntax>? elements =
            argument.DescendantNodes().OfType<InitializerExpressionSyntax>().FirstOrDefault()?.Expressions;
        return elements?.ElementAtOrDefault(index) ?? argument;
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
