using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>What a term method is called with.</summary>
/// <param name="Probability">p, after the shift.</param>
/// <param name="Logit">z.</param>
/// <param name="Target">y.</param>
/// <param name="Hyperparameters">The hyperparameters of the loss in the order of its parameters.</param>
public readonly record struct TermArguments(double Probability, double Logit, double Target, IReadOnlyList<double> Hyperparameters);
