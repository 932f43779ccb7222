using System.Globalization;

namespace LossGen.Benchmarks.Reports;

/// <summary>Numbers with the digits that a measurement has.</summary>
internal static class Figures
{
    /// <summary>Nanoseconds per element.</summary>
    public static string Time(double nanoseconds) => nanoseconds.ToString(nanoseconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    /// <summary>How many times.</summary>
    public static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "0.0x" : "0x", CultureInfo.InvariantCulture);
}
