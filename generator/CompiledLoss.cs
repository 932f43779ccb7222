using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator;

/// <summary>What the compiler makes of a loss.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Formulas">The loss as formulas.</param>
/// <param name="File">The implementing part with its kernel.</param>
internal sealed record CompiledLoss(LossModel Model, LossFormulas Formulas, GeneratedFile File);
