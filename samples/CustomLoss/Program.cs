using System;
using System.Globalization;
using CustomLoss;
using LossGen;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// what was read from the methods, and how far the kernels are from it
bool isRight = true;
foreach (LossVariant loss in Losses.LossVariants)
{
    VerificationReport report = loss.Verify();
    isRight &= report.Passed;
    Console.WriteLine($"  {loss.Formula.ReplaceLineEndings("\n  ")}");
    Console.WriteLine($"  {report}");
    Console.WriteLine();
}

// what they pull at: derivatives by the logit, for a target of 0.7 and for one of 0
float[] probabilities = [0.01f, 0.1f, 0.3f, 0.5f, 0.7f, 0.9f, 0.99f];
float[] logits = Array.ConvertAll(probabilities, p => MathF.Log(p / (1 - p)));
Console.WriteLine($"  {"gradient at p =",-24}{string.Concat(Array.ConvertAll(probabilities, p => $"{p,9:0.00}"))}");
foreach (float y in new[] { 0.7f, 0 })
{
    Print($"quality focal, y = {y}", y, Losses.QualityFocal);
    Print($"varifocal,     y = {y}", y, Losses.Varifocal);
}

foreach (float lambda in new[] { 1.5f, 2 })
{
    Print($"Hill {lambda:0.0},      y = 0", 0, (z, targets, gradient) => Losses.Hill(z, targets, lambda, gradient));
}

return isRight ? 0 : 1;

void Print(string name, float target, LossFunction loss)
{
    float[] targets = new float[logits.Length];
    float[] gradient = new float[logits.Length];
    Array.Fill(targets, target);
    loss(logits, targets, gradient);

    // of the mean
    Console.WriteLine($"  {name,-24}{string.Concat(Array.ConvertAll(gradient, g => $"{g * gradient.Length,9:0.0000}"))}");
}

internal delegate float LossFunction(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
