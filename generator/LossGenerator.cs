using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Analysis;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator;

/// <summary>The pipeline: declarations in; a kernel per loss, the variants per type and the diagnostics out.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ParsedLoss> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeNames.Loss, static (node, _) => node is MethodDeclarationSyntax, LossParser.Parse)
            .WithTrackingName(TrackingNames.Declarations);
        IncrementalValuesProvider<LossModel> losses = declarations
            .SelectMany(static (declaration, _) => Present(declaration.Model))
            .WithTrackingName(TrackingNames.Losses);
        IncrementalValuesProvider<MethodSignature> erroneous = declarations
            .SelectMany(static (declaration, _) => Present(declaration.Erroneous))
            .WithTrackingName(TrackingNames.ErroneousLosses);
        IncrementalValueProvider<bool> isTraced = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => BuildProperties.IsTraced(options.GlobalOptions))
            .WithTrackingName(TrackingNames.IsTraced);
        IncrementalValuesProvider<CompiledLoss> compiled = losses.Combine(isTraced)
            .Select(static (loss, cancellation) => LossCompiler.Compile(loss.Left, cancellation, isTraced: loss.Right))
            .WithTrackingName(TrackingNames.CompiledLosses);
        IncrementalValuesProvider<TypeLosses> types = compiled
            .Select(static (loss, _) => loss.Description).Collect()
            .SelectMany(static (all, _) => TypeLosses.Group(all))
            .WithTrackingName(TrackingNames.TypeLosses);

        context.RegisterSourceOutput(compiled, static (output, loss) => Add(output, loss.File));
        context.RegisterSourceOutput(erroneous, static (output, signature) =>
            Add(output, LossCompiler.CompileThrowing(signature)));
        context.RegisterSourceOutput(types, static (output, type) =>
            Add(output, LossCompiler.CompileVariants(type)));

        // Spans change with every keystroke: diagnostics leave on a branch of their own and meet the compilation at its end.
        IncrementalValuesProvider<DiagnosticRecord> strayTerms = StrayTerms(context, AttributeNames.Positive).Collect()
            .Combine(StrayTerms(context, AttributeNames.Negative).Collect())
            .Combine(StrayTerms(context, AttributeNames.Term).Collect())
            .Combine(StrayTerms(context, AttributeNames.GradientHarmonizing).Collect())
            .SelectMany(static (all, _) => all.Left.Left.Left.Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right))
            .WithTrackingName(TrackingNames.StrayTerms);
        IncrementalValuesProvider<NonFiniteTerm> nonFiniteTerms = losses
            .SelectMany(LossCompiler.FindNonFiniteTerms)
            .WithTrackingName(TrackingNames.NonFiniteTerms);
        IncrementalValuesProvider<DiagnosticRecord> diagnostics = declarations.Collect()
            .Combine(nonFiniteTerms.Collect())
            .SelectMany(static (both, _) => both.Left.SelectMany(declaration =>
                declaration.Diagnostics.Concat(NonFiniteTerm.Warnings(declaration, both.Right))))
            .Collect().Combine(strayTerms.Collect())
            .SelectMany(static (both, _) => both.Left.Concat(both.Right).Distinct())
            .WithTrackingName(TrackingNames.Diagnostics);
        context.RegisterSourceOutput(diagnostics.Combine(context.CompilationProvider), static (output, diagnostic) =>
            output.ReportDiagnostic(diagnostic.Left.At(diagnostic.Right)));
    }

    private static IncrementalValuesProvider<DiagnosticRecord> StrayTerms(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (node, _) => StrayTermParser.IsCandidate(node), StrayTermParser.Parse)
            .SelectMany(static (record, _) => Present(record));

    private static IEnumerable<T> Present<T>(T? value) where T : class => value is null ? [] : [value];

    private static void Add(SourceProductionContext output, GeneratedFile file) => output.AddSource(file.HintName, file.Text);
}
