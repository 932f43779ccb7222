namespace LossGen.Benchmarks.Peers.Torch;

/// <summary>What losses.py is asked for.</summary>
/// <param name="Loss">The name of the loss there.</param>
/// <param name="Shape">That of the logits.</param>
/// <param name="Logits">The file with the logits.</param>
/// <param name="Targets">The file with the targets or labels.</param>
/// <param name="Gradient">The file for the gradient.</param>
/// <param name="Seconds">For how long it measures.</param>
internal sealed record TorchRequest(string Loss, int[] Shape, string Logits, string Targets, string Gradient, double Seconds);

/// <summary>What losses.py answers.</summary>
/// <param name="Nanoseconds">The least time of one forward and backward step.</param>
/// <param name="Value">The loss.</param>
internal sealed record TorchAnswer(double Nanoseconds, float Value);
