using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Everything that can be wrong with a loss over rows of classes.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor BelongsToRows = new(
        "LOSS080", "Labels belong to rows of classes",
        "{0} belongs to losses over rows of classes; declare the loss with Activation.Softmax, or remove it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS080"), customTags: Fixed);

    public static readonly DiagnosticDescriptor LabelsBesideTargets = new(
        "LOSS081", "A row has a label or soft targets",
        "The rows of '{0}' have both 'labels' and 'targets'; remove one of the two",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS081"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MissingClassCount = new(
        "LOSS082", "Rows of soft targets have a length",
        "'{0}' does not say how long a row of 'targets' is; add the parameter 'int classCount'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS082"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MissingLabels = new(
        "LOSS083", "A row has a class",
        "'{0}' has no labels; add the parameter 'ReadOnlySpan<int> labels', or 'ReadOnlySpan<{1}> targets' and 'int classCount'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS083"), customTags: Fixed);

    public static readonly DiagnosticDescriptor RowsOfHardTargets = new(
        "LOSS084", "The targets of rows are probabilities",
        "'targets' is of type '{0}', which is no distribution over the classes; declare 'ReadOnlySpan<int> labels' with the class of each row instead",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS084"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MeaninglessOverRows = new(
        "LOSS085", "What is declared has a meaning over rows of classes",
        "{0} has no meaning over rows of classes; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS085"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermOverRows = new(
        "LOSS086", "Rows of classes have no term over (p, y)",
        "[Term] has no meaning over rows of classes, which have no y; write '{0}' as a method of p and name it by [Positive(nameof({0}))]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS086"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermOfProbabilityOnly = new(
        "LOSS087", "A term over rows of classes takes the probability",
        "'{0}' takes '{1}', but over rows of classes a term has the probability of one class alone; take 'p' instead",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS087"), customTags: Fixed);

    public static readonly DiagnosticDescriptor NoEffectOverRows = new(
        "LOSS088", "What is declared has an effect on rows of classes",
        "{0} has no effect on '{1}'; {2}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS088"));
}
