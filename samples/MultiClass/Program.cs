using System;
using System.Globalization;
using LossGen;
using MultiClass;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(LossFunction Kernel, LossFunction Scalar)[] pairs =
[
    (Losses.CrossEntropy, ScalarLosses.CrossEntropy),
    (Losses.Focal, ScalarLosses.Focal),
    (Losses.GeneralizedCrossEntropy, ScalarLosses.GeneralizedCrossEntropy),
    (Losses.Poly1CrossEntropy, ScalarLosses.Poly1CrossEntropy),
    (Losses.SmoothedCrossEntropy, ScalarLosses.SmoothedCrossEntropy),
];
bool isRight = true;

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
foreach ((int rows, int classes) in new[] { (6_000, 10), (750, 80), (60, 1_024), (4, 32_768) })
{
    Batch batch = new(rows, classes);
    Console.WriteLine($"{rows:N0} rows x {classes:N0} classes");
    Console.WriteLine();
    Console.WriteLine("  loss and gradient           mean loss      kernel    MathF loop    ratio");
    foreach ((LossFunction kernel, LossFunction scalar) in pairs)
    {
        float loss = batch.Evaluate(kernel);
        (double kernelTime, double scalarTime) = Race.Run(kernel, scalar, batch);
        bool agrees = Race.Agree(kernel, scalar, batch);
        isRight &= agrees;
        Console.WriteLine(
            $"  {kernel.Method.Name,-24}{loss,13:0.0000000}{kernelTime,9:0.000} ns{scalarTime,11:0.000} ns{scalarTime / kernelTime,8:0.0}x"
            + (agrees ? "" : "  DISAGREES with the loop"));
    }

    Console.WriteLine();
}

Console.WriteLine("Times are per logit, one thread, the least of many rounds in which kernel and loop take turns.");
return isRight ? 0 : 1;
