using System;
using System.Collections.Generic;
using LossGen;

namespace MultiLabelTraining;

/// <summary>A loss that takes part in the comparison.</summary>
/// <param name="Name">Its name in table and report.</param>
/// <param name="Create">A fresh loss, without a past, and what is to be followed over the training, if there is anything.</param>
public sealed record Contestant(string Name, Func<(TrainingLoss Loss, Func<double>? Exponent)> Create)
{
    private const double TargetGap = -0.1;

    /// <summary>
    /// What an element pays by its probability and its target alone, after a training; null where it takes the weights of
    /// <see cref="Losses.HarmonizedCrossEntropy"/>, which are far apart.
    /// </summary>
    public Func<TrainingResult, TrainingLoss>? Curve { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Contestant> All { get; } =
    [
        Of("Cross entropy", Losses.CrossEntropy),
        Of("Balanced", Losses.Balanced),
        Of("Focal", Losses.Focal),
        Of("Asymmetric", Losses.Asymmetric),
        new("Adaptive asymmetric", Adaptive) { Curve = result => Losses.AsymmetricWith(result.History[^1].Exponent!.Value) },
        Of("Poly-1", Losses.Poly1),
        Of("Hill", Losses.Hill),
        new("GHM-C", () => (Losses.HarmonizedBy(new GradientDensity(Losses.Bins, momentum: 0.75)), null)),
    ];

    private static Contestant Of(string name, TrainingLoss loss) => new(name, () => (loss, null)) { Curve = _ => loss };

    private static (TrainingLoss Loss, Func<double>? Exponent) Adaptive()
    {
        AsymmetryController controller = new(TargetGap, rate: 0.5, initialGamma: 0) { Smoothing = 0.9 };
        return (Losses.UnderControl(controller), () => controller.NegativeGamma);
    }
}
