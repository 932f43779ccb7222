using System;

namespace LossGen.Benchmarks.Measuring;

/// <summary>Something that is timed.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Run">Does all the work once.</param>
internal sealed record Contestant(string Name, Action Run);
