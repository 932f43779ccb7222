using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace LossGen.Tests.Conformance;

/// <summary>
/// One entry of pytorch.json: a loss computed in double precision with the original PyTorch implementation, its gradient by
/// autograd. The inputs are exactly representable in single precision.
/// </summary>
internal sealed record GoldenVector(double[] Logits, double[] Targets, double Loss, double[] Gradient)
{
    /// <summary>The class of each row, where the loss is over rows of classes.</summary>
    public int[] Labels { get; init; } = [];

    /// <summary>One weight per class, or none.</summary>
    public double[] ClassWeights { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, GoldenVector> Entries = Read();

    public static GoldenVector Named(string name) => Entries[name];

    private static Dictionary<string, GoldenVector> Read()
    {
        using Stream stream = typeof(GoldenVector).Assembly.GetManifestResourceStream("pytorch.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, GoldenVector>>(stream, Options)!;
    }
}
