using Xunit;

namespace LossGen.Generator.Tests.Harness;

/// <summary>Tests with a time limit run when no other test does.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
