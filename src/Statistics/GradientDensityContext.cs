using System.Text.Json.Serialization;

namespace LossGen;

/// <summary>Saves and loads <see cref="GradientDensity"/> without reflection, as ahead-of-time compilation needs it.</summary>
[JsonSerializable(typeof(GradientDensity))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
public sealed partial class GradientDensityContext : JsonSerializerContext;
