namespace LossGen.Benchmarks.Reports;

/// <summary>How long a contestant takes.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Outputs">What it computes.</param>
/// <param name="Precision">The type of the numbers.</param>
/// <param name="Elements">The size of the batch.</param>
/// <param name="Contestant">Who computes it.</param>
/// <param name="Nanoseconds">The time per element.</param>
internal sealed record Measurement(string Loss, string Outputs, string Precision, int Elements, string Contestant, double Nanoseconds);
