using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MultiLabelTraining.Report;

/// <summary>Writes charts as one file that opens without a network: the plotting library (uPlot) is part of it.</summary>
public static class HtmlReport
{
    /// <summary>The text of the file.</summary>
    public static string Write(IReadOnlyList<Chart> charts) => Resource("report.html")
        .Replace("/*style*/", Resource("uPlot.min.css"))
        .Replace("/*library*/", Resource("uPlot.iife.min.js"))
        .Replace("/*charts*/", JsonSerializer.Serialize(charts, ReportJson.Default.IReadOnlyListChart));

    private static string Resource(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Charts as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<Chart>))]
internal sealed partial class ReportJson : JsonSerializerContext;
