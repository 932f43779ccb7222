using System.Collections.Immutable;
using static LossGen.Generator.Tests.Diagnostics.Mistake;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>What diagnostics say of the number of threads.</summary>
internal static class ThreadMistakes
{
    private const string Elements = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ";

    public static ImmutableArray<Mistake> All { get; } =
    [
        InSignature("LOSS014", Elements + "[|long|] maxDegreeOfParallelism);", "'maxDegreeOfParallelism' is of type 'long'; declare it as 'int'"),
        InSignature("LOSS014", Elements + "[|float|] maxDegreeOfParallelism);", "'maxDegreeOfParallelism' is of type 'float'; declare it as 'int'"),
        InMethod("LOSS014", "[Loss(Activation.Softmax)] [Positive] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, "
            + "[|ReadOnlySpan<int>|] maxDegreeOfParallelism);",
            "'maxDegreeOfParallelism' is of type 'ReadOnlySpan<int>'; declare it as 'int'"),
        InSignature("LOSS011", Elements + "int [|degreeOfParallelism|]);",
            "'degreeOfParallelism' is not the name of anything a loss takes or computes; name it 'maxDegreeOfParallelism'"),
    ];
}
