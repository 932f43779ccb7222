using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Tests that measure time run when no other test does.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
