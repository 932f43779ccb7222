using System.Text.Json.Serialization;

namespace LossGen;

/// <summary>
/// Saves and loads statistics and the state of controllers as JSON, without reflection and bit for bit:
/// <c>JsonSerializer.Serialize(statistics, StatisticsJson.Default.ProbabilityStatistics)</c>.
/// </summary>
[JsonSerializable(typeof(ProbabilityStatistics))]
[JsonSerializable(typeof(AsymmetryState))]
public sealed partial class StatisticsJson : JsonSerializerContext;
