namespace LossGen.Benchmarks.Reports;

/// <summary>The headings of the contestants.</summary>
internal static class Columns
{
    /// <summary>What is measured against all others.</summary>
    public const string Kernel = "LossGen";

    /// <summary>A scalar loop.</summary>
    public const string Scalar = "MathF";

    /// <summary>Passes of System.Numerics.Tensors.</summary>
    public const string Tensors = "TensorPrimitives";

    /// <summary>A loop in C, vectorised by gcc.</summary>
    public const string Gcc = "gcc";

    /// <summary>The same loop without the digits of log1p.</summary>
    public const string GccWithoutLog1P = "gcc, log(1 + e)";

    /// <summary>Eager PyTorch, forward and backward.</summary>
    public const string Torch = "PyTorch";

    /// <summary>Reading the inputs and writing the gradient.</summary>
    public const string MemoryFloor = "memory floor";

    /// <summary>As many fused multiply-adds as the kernel has instructions.</summary>
    public const string ArithmeticFloor = "FMA floor";

    /// <summary>Whether the kernel is compared with a limit, and not with somebody else's work.</summary>
    public static bool IsFloor(string name) => name is MemoryFloor or ArithmeticFloor;
}
