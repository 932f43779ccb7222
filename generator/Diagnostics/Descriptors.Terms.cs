using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Everything that can be wrong with a term method.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TermNotFound = new(
        "LOSS030", "A term is the name of a method",
        "'{0}' {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS030"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermSignature = new(
        "LOSS031", "A term takes and returns double",
        "'{0}' {1}, which no term does; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS031"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnboundTermParameter = new(
        "LOSS032", "A parameter of a term is supplied by the loss",
        "'{0}' takes '{1}', which is neither p, z nor y nor a parameter of '{2}'; add the parameter '{3} {1}' to '{2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS032"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermWithoutBody = new(
        "LOSS033", "A term has a body in the project",
        "'{0}' has no body in this project; write the term as a method of this project",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS033"), customTags: Fixed);

    public static readonly DiagnosticDescriptor ExcludedByTerm = new(
        "LOSS034", "A term method is the whole term",
        "{2} of [{0}] is part of the formula that the method takes the place of; write it into the method, or leave it out",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS034"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnsupportedStatement = new(
        "LOSS035", "A term consists of locals, if and return",
        "{0} has no meaning in a kernel; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS035"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnsupportedExpression = new(
        "LOSS036", "A term computes with double and bool",
        "{0} has no meaning in a kernel; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS036"), customTags: Fixed);

    public static readonly DiagnosticDescriptor SinglePrecisionMath = new(
        "LOSS037", "A term computes in double precision",
        "'{0}' computes in single precision; write 'Math' instead of 'MathF'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS037"), customTags: Fixed);

    public static readonly DiagnosticDescriptor IntegerArithmetic = new(
        "LOSS038", "A term has no integer arithmetic",
        "'{0}' {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS038"), customTags: Fixed);

    public static readonly DiagnosticDescriptor Loop = new(
        "LOSS039", "A term has no loop",
        "'{0}' has no meaning in a kernel, which takes the same steps for every element; write the sum out, or declare it as the Poly of the term",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS039"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnsupportedCall = new(
        "LOSS040", "A term calls static methods of the project",
        "'{0}' {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS040"), customTags: Fixed);

    public static readonly DiagnosticDescriptor NotConstant = new(
        "LOSS041", "A term has no state",
        "'{0}' is read when the loss is called, but a kernel is compiled before; declare it 'const', or take it as a parameter of the term",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS041"), customTags: Fixed);

    public static readonly DiagnosticDescriptor AssignedParameter = new(
        "LOSS042", "A parameter of a term is not assigned",
        "'{0}' is a parameter, which stands for the same number everywhere in a term; copy it into a local and assign that",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS042"), customTags: Fixed);

    public static readonly DiagnosticDescriptor Recursion = new(
        "LOSS043", "A term does not call itself",
        "'{0}' calls itself, directly or through another method, and would never end in a kernel; write the steps out",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS043"), customTags: Fixed);

    public static readonly DiagnosticDescriptor NotDouble = new(
        "LOSS044", "The numbers of a term are double",
        "'{0}' is not the type that a term computes in; compute in 'double'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS044"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnsupportedFunction = new(
        "LOSS045", "A term calls functions that a kernel has",
        "'{0}' is not understood; understood are {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS045"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnsupportedPattern = new(
        "LOSS046", "A pattern compares one number",
        "{0} has no meaning in a kernel; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS046"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermBesideClassTerms = new(
        "LOSS047", "[Term] is both terms in one",
        "[{0}] has no place beside [Term], which says what both classes pay; remove one of them from '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS047"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermTooLarge = new(
        "LOSS048", "A term is a formula of moderate size",
        "'{0}' stands for more operations than a kernel can have once all its calls are written out; write a shorter formula",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS048"), customTags: Fixed);

    public static readonly DiagnosticDescriptor LogitOfProbability = new(
        "LOSS049", "The logit is known where logits are the input",
        "'{0}' takes the logit 'z', but the input of '{1}' are probabilities; take 'p' instead, or declare the loss with Activation.Sigmoid",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS049"), customTags: Fixed);
}
