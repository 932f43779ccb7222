using System.Globalization;

namespace LossGen;

/// <summary>The largest error of one quantity of a kernel.</summary>
/// <param name="Ulp">The error in units in the last place of the conditioned magnitude; infinite where the kernel gives NaN and the reference a number.</param>
/// <param name="Input">The logit, or the probability with <see cref="Activation.None"/>.</param>
/// <param name="Target">The target y; over rows of classes the label of the row, or the target of the class.</param>
public readonly record struct LargestError(double Ulp, double Input, double Target)
{
    /// <summary>The hyperparameters at that place in words; null for a loss without them.</summary>
    public string? Setting { get; init; }

    /// <summary>The row and the class at that place; null where the loss is not over rows of classes.</summary>
    public RowPlace? Row { get; init; }

    /// <summary>
    /// The error and its place: <c>1.9 ulp (z = 3.2, y = 0)</c>, <c>2.2 ulp (z = -1, y = 1, positiveGamma = 0.5)</c>,
    /// <c>2.1 ulp (row 7, z_3 = -1, 10 classes, label 4)</c>.
    /// </summary>
    public override string ToString()
    {
        string setting = string.IsNullOrEmpty(Setting) ? "" : ", " + Setting;
        string place = Row is RowPlace row
            ? string.Create(CultureInfo.InvariantCulture, $"row {row.Row}, z_{row.Class} = {Input:G9}, {row.ClassCount} classes, {(row.HasLabel ? "label" : "y =")} {Target:G9}")
            : string.Create(CultureInfo.InvariantCulture, $"z = {Input:G9}, y = {Target:G9}");
        return string.Create(CultureInfo.InvariantCulture, $"{Ulp:0.0} ulp ({place}{setting})");
    }
}
