namespace LossGen.Generator.Pipeline;

/// <summary>The names of the steps of the pipeline, under which tests watch what is computed anew.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);
    public const string Losses = nameof(Losses);
    public const string IsTraced = nameof(IsTraced);
    public const string CompiledLosses = nameof(CompiledLosses);
    public const string ErroneousLosses = nameof(ErroneousLosses);
    public const string TypeLosses = nameof(TypeLosses);
    public const string NonFiniteTerms = nameof(NonFiniteTerms);
    public const string StrayTerms = nameof(StrayTerms);
    public const string Diagnostics = nameof(Diagnostics);
}
