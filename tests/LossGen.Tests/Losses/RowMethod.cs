using System;

namespace LossGen.Tests.Losses;

/// <summary>A loss over rows with labels and all outputs.</summary>
internal delegate double RowMethod<T>(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> gradient, Span<T> hessian, Span<T> losses);
