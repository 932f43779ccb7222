using System;
using System.Linq;

namespace MultiLabelTraining;

/// <summary>The average precision of a ranking: the mean, over the positives, of the precision down to each of them.</summary>
public static class AveragePrecision
{
    /// <summary>The average precision of each label; NaN where a label has no positives.</summary>
    /// <param name="logits">One row per example.</param>
    /// <param name="targets">1 where the example has the label.</param>
    public static double[] PerLabel(float[] logits, float[] targets) =>
        [.. Enumerable.Range(0, LongTailedData.Labels).Select(label => OfLabel(logits, targets, label))];

    private static double OfLabel(float[] logits, float[] targets, int label)
    {
        int count = logits.Length / LongTailedData.Labels;
        float[] scores = [.. Enumerable.Range(0, count).Select(i => -logits[(i * LongTailedData.Labels) + label])];
        bool[] isPositive = [.. Enumerable.Range(0, count).Select(i => targets[(i * LongTailedData.Labels) + label] > 0.5f)];
        Array.Sort(scores, isPositive);
        double sum = 0;
        int positives = 0;
        for (int rank = 0; rank < count; rank++)
        {
            if (isPositive[rank])
            {
                positives++;
                sum += positives / (rank + 1.0);
            }
        }

        return sum / positives;
    }
}
