using LossGen.Generator.Pipeline;

namespace LossGen.Generator;

/// <summary>What the compiler makes of a loss.</summary>
/// <param name="Description">What the type's list of losses says about it.</param>
/// <param name="File">The implementing part with its kernel.</param>
internal sealed record CompiledLoss(DescribedLoss Description, GeneratedFile File);
