using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Tests.Harness;

/// <summary>The names of all steps of the pipeline.</summary>
internal static class TrackedNames
{
    public static ImmutableArray<string> All { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
}
