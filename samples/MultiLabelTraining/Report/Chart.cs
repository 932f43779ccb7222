using System.Collections.Generic;

namespace MultiLabelTraining.Report;

/// <summary>A picture of some curves over the same points.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="XLabel">The name of the horizontal axis.</param>
/// <param name="YLabel">The name of the vertical axis.</param>
/// <param name="X">The points.</param>
/// <param name="Series">The curves.</param>
public sealed record Chart(string Title, string Caption, string XLabel, string YLabel, IReadOnlyList<double> X, IReadOnlyList<Series> Series)
{
    /// <summary>The vertical axis is logarithmic.</summary>
    public bool IsLogarithmic { get; init; }
}

/// <summary>A curve.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values at the points of the chart; null where it has none.</param>
public sealed record Series(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Single points are marked and not connected.</summary>
    public bool IsPoints { get; init; }
}
