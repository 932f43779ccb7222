using LossGen.Generator.Diagnostics;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>What the parser makes of a method with <c>[Loss]</c>.</summary>
/// <param name="Model">The loss, where the declaration has no error.</param>
/// <param name="Erroneous">The signature of a declaration that has errors, where C# lets an implementing part be written.</param>
/// <param name="Diagnostics">The errors and warnings.</param>
internal sealed record ParsedLoss(LossModel? Model, MethodSignature? Erroneous, EquatableArray<DiagnosticRecord> Diagnostics)
{
    /// <summary>Where the attributes name term methods.</summary>
    public EquatableArray<TermPlace> TermPlaces { get; init; }
}
