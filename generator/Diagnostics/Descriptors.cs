using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Everything that can be wrong with a declaration: what is wrong with which name, then what to write instead.</summary>
internal static partial class Descriptors
{
    private const string Category = "LossGen";

    // An error cannot be suppressed: what would be left is a method that throws.
    private const string Fixed = WellKnownDiagnosticTags.NotConfigurable;

    public static readonly DiagnosticDescriptor MethodNotPartial = new(
        "LOSS001", "A loss is a partial method",
        "'{0}' is not partial, so no kernel can be written for it; declare it 'static partial' and without a body",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS001"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        "LOSS002", "A type that contains a loss is partial",
        "'{0}' contains a loss but is not partial; declare it as 'partial {1} {0}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS002"), customTags: Fixed);

    public static readonly DiagnosticDescriptor FileLocalType = new(
        "LOSS003", "A type that contains a loss is visible outside its file",
        "'{0}' contains a loss but is visible in its own file only; remove the modifier 'file'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS003"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MethodHasBody = new(
        "LOSS004", "A loss is declared without a body",
        "'{0}' has a body already; remove it, since the generated kernel is the body",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS004"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MethodNotStatic = new(
        "LOSS005", "A loss is a static method",
        "'{0}' is an instance method; declare it 'static'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS005"), customTags: Fixed);

    public static readonly DiagnosticDescriptor GenericMethod = new(
        "LOSS006", "A loss has no type parameters",
        "'{0}' has type parameters, but a kernel is written for one type; remove '{1}' and declare one overload for float, one for double",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS006"), customTags: Fixed);

    public static readonly DiagnosticDescriptor WrongReturnType = new(
        "LOSS007", "A loss returns the reduced loss or nothing",
        "'{0}' returns '{1}'; return {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS007"), customTags: Fixed);

    public static readonly DiagnosticDescriptor NoOutput = new(
        "LOSS008", "A loss computes something",
        "'{0}' returns nothing and fills nothing; return '{1}' or add the parameter 'Span<{1}> gradient', 'hessian' or 'losses'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS008"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MissingInput = new(
        "LOSS009", "A loss has an input",
        "'{0}' has no input; add the parameter 'ReadOnlySpan<{1}> {2}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS009"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MissingTargets = new(
        "LOSS010", "A loss has targets",
        "'{0}' has no targets; add the parameter 'ReadOnlySpan<{1}> targets'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS010"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UnknownRole = new(
        "LOSS011", "A parameter of a loss is known by its name",
        "'{0}' is not the name of anything a loss takes or computes; {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS011"), customTags: Fixed);

    public static readonly DiagnosticDescriptor DuplicateInput = new(
        "LOSS012", "A loss has one input",
        "'{0}' is a second input beside '{1}'; remove it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS012"), customTags: Fixed);

    public static readonly DiagnosticDescriptor WrongInputName = new(
        "LOSS013", "The name of the input fits the activation",
        "'{0}' is not the input of a loss with Activation.{1}; name it '{2}', or declare the loss with Activation.{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS013"), customTags: Fixed);

    public static readonly DiagnosticDescriptor WrongParameterType = new(
        "LOSS014", "A parameter of a loss has the type of its role",
        "'{0}' is of type '{1}'; declare it as {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS014"), customTags: Fixed);

    public static readonly DiagnosticDescriptor ParameterModifier = new(
        "LOSS015", "A parameter of a loss is passed by value",
        "'{0}' has the modifier '{1}'; remove it, since spans and numbers are passed by value",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS015"), customTags: Fixed);

    public static readonly DiagnosticDescriptor DefaultValue = new(
        "LOSS016", "A parameter of a loss has no default value",
        "'{0}' has a default value; remove the value, or the parameter where it is not needed: what is not declared costs nothing",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS016"), customTags: Fixed);

    public static readonly DiagnosticDescriptor MissingTerm = new(
        "LOSS017", "A loss says what each class pays",
        "'{0}' does not say what {1} pays; add {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS017"), customTags: Fixed);

    public static readonly DiagnosticDescriptor GammaOutOfRange = new(
        "LOSS018", "Gamma is a finite number, at least 0",
        "Gamma of [{0}] is '{1}', which is no focusing exponent; write a finite number that is at least 0",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS018"), customTags: Fixed);

    public static readonly DiagnosticDescriptor ShiftOutOfRange = new(
        "LOSS019", "Shift is at least 0 and less than 1",
        "Shift of [{0}] is '{1}', which is no shift of a probability; write a number that is at least 0 and less than 1",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS019"), customTags: Fixed);

    public static readonly DiagnosticDescriptor WeightNotFinite = new(
        "LOSS020", "Weight is a finite number",
        "Weight of [{0}] is '{1}'; write a finite number",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS020"), customTags: Fixed);

    public static readonly DiagnosticDescriptor LabelSmoothingOutOfRange = new(
        "LOSS021", "LabelSmoothing is at least 0 and less than 1",
        "LabelSmoothing of '{0}' is '{1}'; write a number that is at least 0 and less than 1",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS021"), customTags: Fixed);

    public static readonly DiagnosticDescriptor EmptyPoly = new(
        "LOSS022", "Poly has at least one coefficient",
        "Poly of [{0}] has no coefficients; write at least one, or leave Poly out",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS022"), customTags: Fixed);

    public static readonly DiagnosticDescriptor PolyNotFinite = new(
        "LOSS023", "The coefficients of Poly are finite numbers",
        "Coefficient {2} of the Poly of [{0}] is '{1}'; write a finite number",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS023"), customTags: Fixed);

    public static readonly DiagnosticDescriptor UndefinedEnumValue = new(
        "LOSS024", "The value of an enumeration is one of its members",
        "'{0}' is no member of {1}; write {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS024"), customTags: Fixed);

    public static readonly DiagnosticDescriptor NameTaken = new(
        "LOSS025", "The name LossVariants is free",
        "'{0}' is the name of the generated property that lists the losses of a type; rename what has it here",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS025"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermWithoutLoss = new(
        "LOSS026", "A term belongs to a loss",
        "[{0}] has no effect on '{1}', which is not a loss; add [Loss]",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS026"));

    public static readonly DiagnosticDescriptor DetachFocusWithoutGamma = new(
        "LOSS027", "DetachFocus needs a focusing factor",
        "DetachFocus of [{0}] has no effect, since its Gamma is 0; give Gamma a value above 0, or leave DetachFocus out",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS027"));

    public static readonly DiagnosticDescriptor NonMonotonePoly = new(
        "LOSS028", "A coefficient of Poly below -1 rewards errors",
        "With '{1}' as the Poly of [{0}] a better prediction can cost more than a worse one; write a coefficient that is at least -1",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS028"));

    public static readonly DiagnosticDescriptor WeightedMeanWithoutWeights = new(
        "LOSS029", "WeightedMean needs weights",
        "'{0}' has no weights, so WeightedMean is the mean; add the parameter 'weights' or 'classWeights', or write Reduction.Mean",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS029"));

    public static readonly DiagnosticDescriptor HyperparameterGivenTwice = new(
        "LOSS060", "A hyperparameter is given in one place",
        "{0} of [{1}] is given here and by the parameter '{2}'; remove one of the two",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS060"), customTags: Fixed);

    public static readonly DiagnosticDescriptor HyperparameterBesideTerm = new(
        "LOSS061", "A term method has the hyperparameters that it names",
        "'{0}' has no effect on '{2}', the method of [{1}]; remove it, or give '{2}' a parameter of that name",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS061"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TooManyPerClass = new(
        "LOSS062", "A loss takes at most 8 hyperparameters per class",
        "'{0}' is one hyperparameter per class too many: a loss takes {1}; declare it as one value, or remove it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS062"), customTags: Fixed);

    public static readonly DiagnosticDescriptor TermNotFinite = new(
        "LOSS070", "A term is finite for every probability",
        "'{0}' is not finite at {1}: its {2} is {3}; {4}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink.Of("LOSS070"));
}
