using System;

namespace MultiClass;

/// <summary>A loss: returns the mean over the rows and fills the gradient of the mean.</summary>
public delegate float LossFunction(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
