namespace LossGen.Benchmarks.Reports;

/// <summary>Where results are printed.</summary>
internal interface IReport
{
    void Line(string text);

    void Table(ReportTable table);
}
