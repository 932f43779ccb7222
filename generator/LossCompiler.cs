using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Analysis;
using LossGen.Generator.Emission;
using LossGen.Generator.Folding;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tracing;

namespace LossGen.Generator;

/// <summary>The order of the phases.</summary>
internal static class LossCompiler
{
    private static readonly (OutputKind From, OutputKind To)[] s_firstDerivatives =
    [
        (OutputKind.Loss, OutputKind.Gradient),
        (OutputKind.PositiveTerm, OutputKind.PositiveGradient),
        (OutputKind.NegativeTerm, OutputKind.NegativeGradient),
    ];

    private static readonly (OutputKind From, OutputKind To)[] s_secondDerivative = [(OutputKind.Gradient, OutputKind.Hessian)];

    private static readonly IReadOnlyList<Rule>[] s_normalForm = [StabilityRules.All, PowerRules.All, AlgebraRules.All, SelectRules.All];

    private static readonly IReadOnlyList<Rule>[] s_normalFormOfProbabilities = [StabilityRules.OfProbabilities, .. s_normalForm.Skip(1)];

    /// <summary>A loss as formulas, and the file that implements its declaration with a kernel.</summary>
    public static CompiledLoss Compile(LossModel model, CancellationToken cancellation, bool isTraced = false)
    {
        CompilerTrace? trace = isTraced ? new() : null;
        ExprGraph simplified = Simplify(model, cancellation, trace);
        LossFormulas formulas = LossFormulas.Of(simplified, model);
        ExprGraph lean = Specialise(simplified, model, cancellation, trace);
        Kernel kernel = Scheduler.Schedule(lean, model.KernelScalar, model.Signature.Hyperparameters);
        string text = LossFile.Write(model, formulas, kernel, trace);
        return new CompiledLoss(new DescribedLoss(model, formulas, kernel.InstructionsPerVector), new GeneratedFile(HintName.ForLoss(model.Signature), text));
    }

    /// <summary>The terms of methods that are infinite or NaN for some probability.</summary>
    public static IEnumerable<NonFiniteTerm> FindNonFiniteTerms(LossModel model, CancellationToken cancellation) =>
        model.Configuration.HasCustomTerm ? Finiteness.Check(Simplify(model, Variable.Input, hasHessian: false, cancellation, trace: null), model, cancellation) : [];

    /// <summary>The implementing part of a declaration that is in error: it throws, so that no second error appears.</summary>
    public static GeneratedFile CompileThrowing(MethodSignature signature) =>
        new(HintName.ForLoss(signature), LossFile.WriteThrowing(signature));

    /// <summary>The <c>LossVariants</c> property of a type that declares losses.</summary>
    public static GeneratedFile CompileVariants(TypeLosses type) => new(HintName.ForVariants(type.Type), VariantsFile.Write(type));

    /// <summary>The stable graph of a loss with its derivatives, as a formulary would have it.</summary>
    public static ExprGraph Simplify(LossModel model, CancellationToken cancellation, CompilerTrace? trace = null) =>
        Simplify(model, model.Path == LossPath.AllClasses ? Variable.LogProbability : Variable.Input, model.Has(ParameterRole.Hessian), cancellation, trace);

    private static ExprGraph Simplify(LossModel model, Variable variable, bool hasHessian, CancellationToken cancellation, CompilerTrace? trace)
    {
        IReadOnlyList<Rule>[] normalForm = variable == Variable.LogProbability ? s_normalFormOfProbabilities : s_normalForm;
        ExprGraph declared = Terms.Combine(model).Traced(trace, "declared");
        ExprGraph stable = Normalised(declared).Traced(trace, "stable");
        ExprGraph gradient = Derive(stable, s_firstDerivatives);
        ExprGraph hessian = hasHessian ? Derive(gradient, s_secondDerivative) : gradient;
        return Rewriter.Run(hessian, trace?.Rules, cancellation, [.. normalForm, AlgebraRules.AfterDifferentiation]).Traced(trace, "simplified");

        ExprGraph Derive(ExprGraph graph, (OutputKind From, OutputKind To)[] derivatives) =>
            Normalised(Differentiator.Append(graph, variable, derivatives).Traced(trace, "differentiated"))
                .Traced(trace, "derivatives in normal form");

        ExprGraph Normalised(ExprGraph graph) => Rewriter.Run(graph, trace?.Rules, cancellation, normalForm);
    }

    /// <summary>The graph in its stable normal form.</summary>
    public static ExprGraph Normalise(ExprGraph graph, CancellationToken cancellation) => Rewriter.Run(graph, cancellation, s_normalForm);

    /// <summary>What is wanted of the graph, weighted, and without powers.</summary>
    public static ExprGraph Specialise(ExprGraph simplified, LossModel model, CancellationToken cancellation, CompilerTrace? trace = null)
    {
        ExprGraph wanted = simplified.Only(WantedOutputs(model));
        ExprGraph shared = model.Configuration.Term is null ? wanted : ShareLimits.Run(wanted).Traced(trace, "0 of infinity is 0");
        ExprGraph seen = NaNPropagation.Run(shared, model).Traced(trace, "NaN in, NaN out");
        ExprGraph weighted = model.Path == LossPath.Elements ? Weighing.Apply(seen, model).Traced(trace, "weighted") : seen;
        bool isOfLogProbability = model.Path == LossPath.AllClasses;
        ExprGraph divided = isOfLogProbability ? DivideByComplement(weighted, model, trace) : weighted;
        ExprGraph guarded = UnderflowGuard.Run(divided, model.KernelScalar, guardsPowers: !isOfLogProbability).Traced(trace, "guarded against underflow");
        ExprGraph limited = RemovableSingularities.Run(guarded).Traced(trace, "0 / 0 given its limit");
        ExprGraph powers = PowerLowering.Run(limited).Traced(trace, "powers as products and roots");
        ExprGraph stable = Rewriter.Run(powers, trace?.Rules, cancellation, ComplementRules.All, SelectRules.OfBounds).Traced(trace, "stable again");
        return isOfLogProbability ? OverLogProbability(stable, cancellation, trace) : Folds.Cheapest(stable, model).Traced(trace, "folded");
    }

    private static ExprGraph DivideByComplement(ExprGraph graph, LossModel model, CompilerTrace? trace) =>
        LogarithmBounds.Run(QuotientsByComplement.Run(graph).Traced(trace, "divided by 1 - p"), model.KernelScalar).Traced(trace, "log p bounded");

    private static ExprGraph OverLogProbability(ExprGraph graph, CancellationToken cancellation, CompilerTrace? trace)
    {
        ExprGraph probabilities = Rewriter.Run(graph, trace?.Rules, cancellation, LogProbabilityRules.OfProbabilities);
        return Rewriter.Run(probabilities, trace?.Rules, cancellation, LogProbabilityRules.OfLogits).Traced(trace, "over v = log p");
    }

    private static HashSet<OutputKind> WantedOutputs(LossModel model) =>
    [
        .. model.WantsLoss ? [OutputKind.Loss] : (OutputKind[])[],
        .. WantsGradient(model) ? [OutputKind.Gradient] : (OutputKind[])[],
        .. model.Has(ParameterRole.Hessian) ? [OutputKind.Hessian] : (OutputKind[])[],
        .. model.Has(ParameterRole.Statistics) ? Statistics.All : [],
    ];

    // over rows, the second derivative by a logit takes the first ones by the probabilities
    private static bool WantsGradient(LossModel model) =>
        model.Has(ParameterRole.Gradient) || (model.Path != LossPath.Elements && model.Has(ParameterRole.Hessian));
}
