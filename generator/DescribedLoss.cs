using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;

namespace LossGen.Generator;

/// <summary>What <c>LossVariants</c> says about a loss, whatever else its file has.</summary>
/// <param name="Model">The declaration.</param>
/// <param name="Formulas">The loss as formulas.</param>
/// <param name="InstructionsPerVector">What the kernel costs.</param>
internal sealed record DescribedLoss(LossModel Model, LossFormulas Formulas, int InstructionsPerVector);
