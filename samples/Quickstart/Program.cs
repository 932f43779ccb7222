using System;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using LossGen;
using Quickstart;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(LossFunction Kernel, LossFunction Scalar)[] pairs =
[
    (Losses.Asymmetric, ScalarLosses.Asymmetric),
    (Losses.BalancedCrossEntropy, ScalarLosses.BalancedCrossEntropy),
    (Losses.BinaryCrossEntropy, ScalarLosses.BinaryCrossEntropy),
    (Losses.Focal, ScalarLosses.Focal),
    (Losses.Poly1CrossEntropy, ScalarLosses.Poly1CrossEntropy),
    (Losses.Poly1Focal, ScalarLosses.Poly1Focal),
];
bool isRight = true;

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Width()}");
Console.WriteLine();

// what was declared, and how far the kernels are from it
foreach (LossVariant loss in Losses.LossVariants)
{
    VerificationReport report = loss.Verify();
    isRight &= report.Passed;
    Console.WriteLine($"  {loss.Formula}");
    Console.WriteLine($"  {report}");
    Console.WriteLine();
}

// what it costs
foreach (Batch batch in new[] { new Batch(rows: 512), new Batch(rows: 7_680) })
{
    int n = batch.Logits.Length;
    Console.WriteLine($"{n / Batch.Labels:N0} rows x {Batch.Labels} labels = {n:N0} elements, {batch.Targets.Sum() * Batch.Labels / n:0.00} positives per row");
    Console.WriteLine();
    Console.WriteLine("  loss and gradient           mean loss      kernel    MathF loop    ratio");
    foreach ((LossFunction kernel, LossFunction scalar) in pairs)
    {
        float loss = batch.Evaluate(kernel);
        (double kernelTime, double scalarTime) = Race.Run(kernel, scalar, batch);
        bool agrees = Agreement.Holds(kernel, scalar, batch);
        isRight &= agrees;
        Console.WriteLine(
            $"  {kernel.Method.Name,-24}{loss,13:0.0000000}{kernelTime,9:0.000} ns{scalarTime,11:0.000} ns{scalarTime / kernelTime,8:0.0}x"
            + (agrees ? "" : "  DISAGREES with the loop"));
    }

    Console.WriteLine();
}

Console.WriteLine("Times are per element, one thread, the least of many rounds in which kernel and loop take turns.");
return isRight ? 0 : 1;

static string Width() =>
    Vector512.IsHardwareAccelerated ? "512-bit vectors"
    : Vector256.IsHardwareAccelerated && Fma.IsSupported ? "256-bit vectors"
    : Vector128.IsHardwareAccelerated ? "128-bit vectors"
    : "no vectors";
