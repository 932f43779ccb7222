namespace LossGen.Benchmarks.Losses;

/// <summary>What a loss can compute, as tables call it.</summary>
internal static class Outputs
{
    public const string Forward = "value";
    public const string Gradient = "gradient";
    public const string Combined = "both";
    public const string Hessian = "both and hessian";
}
