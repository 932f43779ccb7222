using System;
using LossGen;

namespace MultiLabelTraining;

/// <summary>A loss that a network can be trained with: returns the sum over the batch and fills the scaled gradient.</summary>
public delegate float TrainingLoss(
    ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);
