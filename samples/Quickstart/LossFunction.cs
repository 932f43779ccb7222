using System;

namespace Quickstart;

/// <summary>A loss: returns the mean and fills the gradient of the mean.</summary>
public delegate float LossFunction(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
