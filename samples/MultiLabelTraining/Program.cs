using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MultiLabelTraining;
using MultiLabelTraining.Report;
using Spectre.Console;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

bool isQuick = args.Contains("--quick");
int[] seeds = isQuick ? [1] : [1, 2, 3, 4, 5];
int epochs = isQuick ? 4 : 10;
int examples = isQuick ? 4_000 : 12_000;

Dictionary<Contestant, List<TrainingResult>> results = Contestant.All.ToDictionary(contestant => contestant, _ => new List<TrainingResult>());
AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
{
    Dictionary<Contestant, ProgressTask> tasks = Contestant.All.ToDictionary(
        contestant => contestant, contestant => progress.AddTask(contestant.Name, maxValue: seeds.Length * epochs));
    foreach (int seed in seeds)
    {
        (LongTailedData train, LongTailedData test) = LongTailedData.Create(seed, examples, test: 4_000, unannotated: 0.05);
        foreach (Contestant contestant in Contestant.All)
        {
            results[contestant].Add(new Training(seed, epochs).Run(contestant, train, test, () => tasks[contestant].Increment(1)));
        }
    }
});

// a table that is written to a file is not wrapped
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 170);
Table table = new Table().AddColumns("loss", "mAP", "frequent", "rare", "rare, over cross entropy", "mean p of positives", "of negatives", "gap", "gap in training", "time in loss");
List<TrainingResult> crossEntropy = results[Contestant.All[0]];
foreach ((Contestant contestant, List<TrainingResult> runs) in results)
{
    table.AddRow(
        contestant.Name,
        Spread(runs.Select(run => run.All)),
        Spread(runs.Select(run => run.Frequent)),
        Spread(runs.Select(run => run.Rare)),
        Spread(runs.Zip(crossEntropy, (run, other) => run.Rare - other.Rare)),
        Spread(runs.Select(run => run.Statistics.MeanPositive)),
        Spread(runs.Select(run => run.Statistics.MeanNegative)),
        Spread(runs.Select(run => run.Statistics.Gap)),
        Spread(runs.Select(run => run.History[^1].Statistics.Gap)),
        runs.Average(run => run.ShareOfLoss).ToString("P1", CultureInfo.InvariantCulture));
}

AnsiConsole.Write(table);
AnsiConsole.WriteLine($"{examples:N0} examples of {LongTailedData.Labels} labels, {epochs} epochs, {seeds.Length} seeds: mean and standard deviation on the test set.");
AnsiConsole.WriteLine("frequent and rare: the mAP of the most frequent and of the rarest third of the labels; over cross entropy: with the same data and start.");

int place = Array.IndexOf(args, "--report");
string path = Path.GetFullPath(place < 0 ? "report.html" : args[place + 1]);
File.WriteAllText(path, HtmlReport.Write(Charts.Of(results.ToDictionary(pair => pair.Key.Name, pair => pair.Value[0]))));
AnsiConsole.WriteLine($"The pictures are in {path}");

static string Spread(IEnumerable<double> values)
{
    double[] runs = [.. values];
    double mean = runs.Average();
    double deviation = Math.Sqrt(runs.Average(value => Math.Pow(value - mean, 2)));
    return runs.Length == 1 ? $"{mean:0.000}" : $"{mean:0.000} ± {deviation:0.000}";
}
