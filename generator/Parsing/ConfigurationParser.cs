using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Reads the attributes of a loss.</summary>
internal static class ConfigurationParser
{
    private static readonly TermConfiguration s_absent = new(Weight: 1, Gamma: 0, Shift: 0, Poly: default, DetachFocus: false);

    /// <summary>The configuration, or null where an argument is no valid C# or no member of its enumeration.</summary>
    public static LossConfiguration? Parse(IMethodSymbol method, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        DeclaredAttribute? loss = DeclaredAttribute.Find(attributes, AttributeNames.Loss, cancellation);
        DeclaredAttribute? positive = DeclaredAttribute.Find(attributes, AttributeNames.Positive, cancellation);
        DeclaredAttribute? negative = DeclaredAttribute.Find(attributes, AttributeNames.Negative, cancellation);
        DeclaredAttribute? term = DeclaredAttribute.Find(attributes, AttributeNames.Term, cancellation);
        DeclaredAttribute? harmonizing = DeclaredAttribute.Find(attributes, AttributeNames.GradientHarmonizing, cancellation);
        if (loss is not { IsWellFormed: true } || new[] { positive, negative, term, harmonizing }.Any(attribute => attribute is { IsWellFormed: false }))
        {
            return null;
        }

        if (harmonizing is null)
        {
            CheckWeights(method, loss, diagnostics);
        }

        Activation? activation = EnumValue<Activation>(loss, nameof(LossConfiguration.Activation), loss.ConstructorValue, diagnostics);
        CheckTerms(method.Name, activation, loss, positive, negative, term, diagnostics);
        if (activation is { } known)
        {
            new RowAttributes(method, loss, positive, negative, term).Check(known, diagnostics, cancellation);
        }

        Reduction? reduction = EnumValue<Reduction>(loss, nameof(LossConfiguration.Reduction), absent: Reduction.Mean, diagnostics);
        HarmonizingConfiguration? harmonized = new HarmonizingParser(method, loss, harmonizing, diagnostics, cancellation).Parse(activation, reduction);
        bool hardTargets = loss.Value(nameof(LossConfiguration.HardTargets), false);
        double smoothing = LabelSmoothing(method.Name, loss, diagnostics);
        TermConfiguration positiveTerm = positive is null ? s_absent : ParseTerm(method, Side.Positive, positive, diagnostics);
        TermConfiguration negativeTerm = negative is null ? s_absent : ParseTerm(method, Side.Negative, negative, diagnostics);
        return activation is null || reduction is null
            ? null
            : new(activation.Value, reduction.Value, hardTargets, smoothing, positiveTerm, negativeTerm)
            {
                IgnoreLabel = loss.Value(nameof(LossConfiguration.IgnoreLabel), LossConfiguration.DefaultIgnoreLabel),
                Harmonizing = harmonized,
            };
    }

    private static TermConfiguration ParseTerm(IMethodSymbol method, Side side, DeclaredAttribute attribute, DiagnosticReporter diagnostics)
    {
        HyperparameterRules.CheckAttribute(method, side, attribute, diagnostics);
        return TermParser.Parse(attribute, HyperparameterRules.GivenAtRunTime(method, side), diagnostics);
    }

    private static void CheckTerms(
        string method, Activation? activation, DeclaredAttribute loss, DeclaredAttribute? positive, DeclaredAttribute? negative, DeclaredAttribute? term, DiagnosticReporter diagnostics)
    {
        if (term is not null)
        {
            if ((positive ?? negative) is { } beside)
            {
                diagnostics.Report(Descriptors.TermBesideClassTerms, beside.Syntax, beside.Name, method);
            }

            return;
        }

        (string Class, string Attributes)? missing = (positive, negative) switch
        {
            (null, _) when activation == Activation.Softmax => ("the true class", "[Positive]"),
            _ when activation == Activation.Softmax => null,
            (null, null) => ("either class", "[Positive] and [Negative]"),
            (null, _) => ("the positive class (y = 1)", "[Positive]"),
            (_, null) => ("the negative class (y = 0)", "[Negative]"),
            _ => null,
        };
        if (missing is { } terms)
        {
            diagnostics.Report(Descriptors.MissingTerm, loss.Syntax, method, terms.Class, terms.Attributes);
        }
    }

    private static void CheckWeights(IMethodSymbol method, DeclaredAttribute loss, DiagnosticReporter diagnostics)
    {
        bool hasWeights = method.HasRole(ParameterRole.Weights, ParameterRole.ClassWeights);
        if (!hasWeights && loss.Value(nameof(LossConfiguration.Reduction), 0) == (int)Reduction.WeightedMean)
        {
            diagnostics.Report(Descriptors.WeightedMeanWithoutWeights, loss.Place(nameof(LossConfiguration.Reduction)), method.Name);
        }
    }

    /// <summary>The value of a property, reported where it is no member of its enumeration.</summary>
    public static TEnum? EnumValue<TEnum>(DeclaredAttribute attribute, string property, object? absent, DiagnosticReporter diagnostics)
        where TEnum : struct, Enum
    {
        TEnum value = (TEnum)Enum.ToObject(typeof(TEnum), attribute.Named(property)?.Value ?? absent);
        if (!Enum.IsDefined(typeof(TEnum), value))
        {
            string type = typeof(TEnum).Name;
            string members = string.Join(" or ", Enum.GetNames(typeof(TEnum)).Select(name => type + "." + name));
            diagnostics.Report(Descriptors.UndefinedEnumValue, attribute.Place(property), attribute.Text(property), type, members);
            return null;
        }

        return value;
    }

    private static double LabelSmoothing(string method, DeclaredAttribute loss, DiagnosticReporter diagnostics)
    {
        const string property = nameof(LossConfiguration.LabelSmoothing);
        double smoothing = loss.Value(property, 0.0);
        if (smoothing is not (>= 0 and < 1))
        {
            diagnostics.Report(Descriptors.LabelSmoothingOutOfRange, loss.Place(property), method, loss.Text(property));
        }

        return smoothing;
    }
}
