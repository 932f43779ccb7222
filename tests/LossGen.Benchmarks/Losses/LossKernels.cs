namespace LossGen.Benchmarks.Losses;

/// <summary>One loss, compiled for each combination of outputs.</summary>
internal sealed record LossKernels<T, TTarget>(
    ForwardLoss<T, TTarget> Forward,
    GradientLoss<T, TTarget> Gradient,
    CombinedLoss<T, TTarget> Combined,
    HessianLoss<T, TTarget> Hessian);
