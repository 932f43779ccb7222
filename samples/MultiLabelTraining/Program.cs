using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MultiLabelTraining;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(string Name, TrainingLoss Loss)[] losses =
[
    ("Cross entropy", Losses.CrossEntropy),
    ("Balanced", Losses.Balanced),
    ("Focal", Losses.Focal),
    ("Asymmetric", Losses.Asymmetric),
    ("Poly-1", Losses.Poly1),
    ("Hill", Losses.Hill),
];
bool isQuick = args.Contains("--quick");
int[] seeds = isQuick ? [1] : [1, 2, 3, 4, 5];
int epochs = isQuick ? 4 : 10;
int examples = isQuick ? 4_000 : 12_000;

Dictionary<string, List<TrainingResult>> results = losses.ToDictionary(loss => loss.Name, _ => new List<TrainingResult>());
AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
{
    ProgressTask[] tasks = [.. losses.Select(loss => progress.AddTask(loss.Name, maxValue: seeds.Length * epochs))];
    foreach (int seed in seeds)
    {
        (LongTailedData train, LongTailedData test) = LongTailedData.Create(seed, examples, test: 4_000, unannotated: 0.05);
        for (int i = 0; i < losses.Length; i++)
        {
            results[losses[i].Name].Add(new Training(seed, epochs).Run(losses[i].Loss, train, test, () => tasks[i].Increment(1)));
        }
    }
});

Table table = new Table().AddColumns("loss", "mAP", "frequent third", "rare third", "mean p of positives", "of negatives", "gap", "time in the loss");
foreach ((string name, List<TrainingResult> runs) in results)
{
    table.AddRow(
        name,
        Spread(runs, run => run.All),
        Spread(runs, run => run.Frequent),
        Spread(runs, run => run.Rare),
        Spread(runs, run => run.MeanPositive),
        Spread(runs, run => run.MeanNegative),
        Spread(runs, run => run.MeanPositive - (1 - run.MeanNegative)),
        runs.Average(run => run.ShareOfLoss).ToString("P1"));
}

AnsiConsole.Write(table);
AnsiConsole.WriteLine($"{examples:N0} examples of {LongTailedData.Labels} labels, {epochs} epochs, {seeds.Length} seeds: mean and standard deviation.");

static string Spread(List<TrainingResult> runs, Func<TrainingResult, double> value)
{
    double mean = runs.Average(value);
    double deviation = Math.Sqrt(runs.Average(run => Math.Pow(value(run) - mean, 2)));
    return runs.Count == 1 ? $"{mean:0.000}" : $"{mean:0.000} ± {deviation:0.000}";
}
