using System;

namespace LossGen.Tests.Losses;

/// <summary>A loss method with all outputs.</summary>
internal delegate double LossMethod<T, TTarget>(
    ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient, Span<T> hessian, Span<T> losses);
