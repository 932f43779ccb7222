using System;

namespace LossGen.Benchmarks.Losses;

/// <summary>Returns the mean loss.</summary>
internal delegate T ForwardLoss<T, TTarget>(ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets);

/// <summary>Fills the gradient of the mean loss.</summary>
internal delegate void GradientLoss<T, TTarget>(ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient);

/// <summary>Returns the mean loss and fills its gradient.</summary>
internal delegate T CombinedLoss<T, TTarget>(ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient);

/// <summary>Returns the mean loss and fills its gradient and the second derivatives.</summary>
internal delegate T HessianLoss<T, TTarget>(ReadOnlySpan<T> logits, ReadOnlySpan<TTarget> targets, Span<T> gradient, Span<T> hessian);
