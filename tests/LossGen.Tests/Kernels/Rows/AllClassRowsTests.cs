using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

public sealed class AllClassRowsTests
{
    // tiles, one block, more blocks
    public static TheoryData<int> ClassCounts => [2, 3, 10, 100, 144, 145, 1500, 2304, 2400];

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Any_finite_logits_give_finite_results(int classes)
    {
        CheckFinite<float>(classes, float.MaxValue);
        CheckFinite<float>(classes, 3e38);
        CheckFinite<float>(classes, 200);
        CheckFinite<double>(classes, double.MaxValue);
        CheckFinite<double>(classes, 1500);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Equal_logits_have_the_probability_one_of_all(int classes)
    {
        AllClassArguments<double> arguments = new(4, classes) { Logits = [.. Enumerable.Repeat(3e300, 4 * classes)], Labels = [0, 1, classes - 1, 0] };

        arguments.Evaluate<CrossEntropyOfClass, UnweightedLabels>();

        arguments.Losses.ShouldAllBe(loss => Math.Abs(loss - Math.Log(classes)) < 1e-14 * Math.Log(classes));
        arguments.Gradient[0].ShouldBe(-0.9 * (1 - (1.0 / classes)), 1e-15);
        arguments.Gradient[1].ShouldBe(0.9 / classes, 1e-15);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_class_that_dominates_by_200_leaves_the_others_their_relative_accuracy(int classes)
    {
        AllClassArguments<double> arguments = new(1, classes) { Labels = [1], Targets = new double[classes] };
        Array.Clear(arguments.Logits);
        arguments.Logits[1] = 200;
        arguments.Targets[1] = 1;
        Array.Fill(arguments.Weights, 1);
        Array.Fill(arguments.ClassWeights, 1);

        arguments.Evaluate<CrossEntropyOfClass, SoftRows>();

        double p = Math.Exp(-200);
        arguments.Losses[0].ShouldBe((classes - 1) * p, 1e-13 * classes * p);
        arguments.Gradient[1].ShouldBe(-3 * (classes - 1) * p, 1e-13 * classes * p);
        arguments.Gradient[0].ShouldBe(3 * p, 1e-13 * p);
        arguments.Hessian[1].ShouldBe(3 * (classes - 1) * p, 1e-13 * classes * p);
        arguments.Hessian[0].ShouldBe(3 * p, 1e-13 * p);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_masked_class_without_a_share_costs_nothing(int classes)
    {
        AllClassArguments<float> masked = Weightless<float>(2, classes);
        masked.Logits[1] = float.NegativeInfinity;
        masked.Targets[1] = 0;

        masked.Evaluate<CrossEntropyOfClass, SoftRows>();

        masked.Gradient[1].ShouldBe(0);
        masked.Hessian[1].ShouldBe(0);
        AllClassReference reference = AllClassReference.Of<CrossEntropyOfClass, SoftRows, float>(Without(masked, 1));
        double.CreateTruncating(masked.Losses[0]).ShouldBe(reference.Losses[0].Value, (1e-6 * reference.Losses[0].Magnitude) + 1.2e-38);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void An_infinite_logit_has_the_probability_one(int classes)
    {
        AllClassArguments<float> arguments = Weightless<float>(1, classes);
        Array.Clear(arguments.Targets);
        arguments.Logits[1] = float.PositiveInfinity;
        arguments.Targets[1] = 1;

        arguments.Evaluate<CrossEntropyOfClass, SoftRows>();

        arguments.Losses[0].ShouldBeInRange(0, 1.2e-38f);
        arguments.Gradient.ShouldAllBe(g => g == 0);
        arguments.Hessian.ShouldAllBe(h => h == 0);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void NaN_stays_in_its_row_and_in_the_sum(int classes)
    {
        AllClassArguments<float> clean = new AllClassArguments<float>(5, classes) { Labels = [0, 1, 0, 1, 0] };
        AllClassArguments<float> spoiled = new AllClassArguments<float>(5, classes) { Labels = clean.Labels };
        Array.Fill(clean.Weights, 1);
        Array.Fill(spoiled.Weights, 1);
        Array.Fill(spoiled.ClassWeights, 1);
        Array.Fill(clean.ClassWeights, 1);
        spoiled.Logits[(2 * classes) + 1] = float.NaN;

        clean.Evaluate<AsymmetricLossOfClass, SmoothedLabels>();
        spoiled.Evaluate<AsymmetricLossOfClass, SmoothedLabels>();

        spoiled.Value.ShouldBe(double.NaN);
        for (int i = 0; i < 5 * classes; i++)
        {
            spoiled.Gradient[i].ShouldBe(i / classes == 2 ? float.NaN : clean.Gradient[i]);
            spoiled.Hessian[i].ShouldBe(i / classes == 2 ? float.NaN : clean.Hessian[i]);
        }

        spoiled.Losses.ShouldBe([clean.Losses[0], clean.Losses[1], float.NaN, clean.Losses[3], clean.Losses[4]]);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Rows_that_do_not_count_give_zeros_whatever_their_logits(int classes)
    {
        AllClassArguments<float> arguments = new(20, classes)
        {
            Logits = [.. Enumerable.Repeat(float.NaN, 20 * classes)],
            Labels = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? -100L : 1)],
            Weights = [.. Enumerable.Range(0, 20).Select(row => row % 2 == 0 ? 1f : 0)],
        };
        Array.Fill(arguments.Gradient, 7);
        Array.Fill(arguments.Hessian, 7);
        Array.Fill(arguments.Losses, 7);

        arguments.Evaluate<CrossEntropyOfClass, SmoothedLabels>();

        arguments.Value.ShouldBe(0);
        arguments.Losses.ShouldAllBe(loss => loss == 0);
        arguments.Gradient.ShouldAllBe(g => g == 0);
        arguments.Hessian.ShouldAllBe(h => h == 0);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_gradient_in_place_of_the_logits_or_the_targets_is_the_same(int classes)
    {
        AllClassArguments<float> apart = new AllClassArguments<float>(18, classes).Evaluate<AsymmetricLossOfClass, SmoothedSoftRows>();
        AllClassArguments<float> source = new(18, classes);
        AllClassArguments<float> overLogits = new(18, classes) { Logits = source.Logits, Gradient = source.Logits };
        AllClassArguments<float> overTargets = new(18, classes) { Targets = source.Targets, Gradient = source.Targets };

        overLogits.Evaluate<AsymmetricLossOfClass, SmoothedSoftRows>();
        overTargets.Evaluate<AsymmetricLossOfClass, SmoothedSoftRows>();

        overLogits.Gradient.ShouldBe(apart.Gradient);
        overLogits.Hessian.ShouldBe(apart.Hessian);
        overTargets.Gradient.ShouldBe(apart.Gradient);
        overTargets.Hessian.ShouldBe(apart.Hessian);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Int_and_long_labels_are_the_same(int classes)
    {
        AllClassArguments<float> longs = new AllClassArguments<float>(18, classes).Evaluate<AsymmetricLossOfClass, SmoothedLabels>();
        AllClassArguments<float> ints = new AllClassArguments<float>(18, classes).EvaluateInt<AsymmetricLossOfClass, SmoothedLabels>();

        ints.Value.ShouldBe(longs.Value);
        ints.Gradient.ShouldBe(longs.Gradient);
        ints.Hessian.ShouldBe(longs.Hessian);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Gradients_of_a_row_sum_to_zero(int classes)
    {
        AllClassArguments<float> arguments = new AllClassArguments<float>(18, classes).Evaluate<CrossEntropyOfClass, UnweightedLabels>();

        foreach (float[] row in arguments.Gradient.Chunk(classes))
        {
            Math.Abs(row.Sum(g => (double)g)).ShouldBeLessThanOrEqualTo(2 * 1.2e-7 * row.Sum(g => (double)Math.Abs(g)));
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void What_is_not_asked_for_changes_nothing(int classes)
    {
        AllClassArguments<float> everything = new AllClassArguments<float>(18, classes).Evaluate<AsymmetricLossOfClass, UnweightedLabels>();

        AllClassArguments<float> hessian = new AllClassArguments<float>(18, classes).Evaluate<AsymmetricLossOfClass, HessianOfLabels>();
        AllClassArguments<float> value = new AllClassArguments<float>(18, classes).Evaluate<AsymmetricLossOfClass, ValueOfLabels>();

        hessian.Hessian.ShouldBe(everything.Hessian);
        hessian.Value.ShouldBe(0);
        hessian.Gradient.ShouldAllBe(g => g == 0);
        value.Value.ShouldBe(everything.Value / everything.Labels.Count(label => label >= 0));
        value.Gradient.ShouldAllBe(g => g == 0);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void The_place_of_a_row_among_the_others_does_not_matter(int classes)
    {
        AllClassArguments<float> all = new AllClassArguments<float>(35, classes).Evaluate<AsymmetricLossOfClass, UnweightedLabels>();
        AllClassArguments<float> last = new(1, classes) { Logits = all.Logits[^classes..], Labels = all.Labels[^1..] };

        last.Evaluate<AsymmetricLossOfClass, UnweightedLabels>();

        last.Gradient.ShouldBe(all.Gradient[^classes..]);
        last.Hessian.ShouldBe(all.Hessian[^classes..]);
        last.Losses[0].ShouldBe(all.Losses[^1]);
    }

    [Fact]
    public void Two_classes_without_smoothing_are_the_sigmoid_loss_of_the_difference()
    {
        AllClassArguments<double> arguments = new(2, 2) { Logits = [0, 30, 700, 0], Targets = [0, 1, 0, 1], Weights = [1, 1], ClassWeights = [1, 1] };

        arguments.Evaluate<CrossEntropyOfClass, SoftRows>();

        double small = Math.Exp(-30) / (1 + Math.Exp(-30));
        arguments.Losses.ShouldBe([Math.Exp(-30), 700], 1e-15);
        arguments.Gradient[0].ShouldBe(1.5 * small, 1e-15 * small);
        arguments.Gradient[1].ShouldBe(-1.5 * small, 1e-15 * small);
        arguments.Gradient[2..].ShouldBe([1.5, -1.5]);
    }

    [Fact]
    public void Nothing_is_lost_with_nothing() =>
        new AllClassArguments<float>(0, 5).Evaluate<CrossEntropyOfClass, SmoothedLabels>().Value.ShouldBe(0);

    private static void CheckFinite<T>(int classes, double size)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(3);
        AllClassArguments<T> arguments = new(18, classes)
        {
            Logits = [.. Enumerable.Range(0, 18 * classes).Select(_ => T.CreateTruncating(size * (random.Next(3) - 1)))],
            Weights = [.. Enumerable.Repeat(T.One, 18)],
            ClassWeights = [.. Enumerable.Repeat(T.One, classes)],
        };

        ShouldBeFinite(arguments.Evaluate<AsymmetricLossOfClass, SmoothedLabels>());
        ShouldBeFinite(arguments.Evaluate<CrossEntropyOfClass, SmoothedSoftRows>());
    }

    private static void ShouldBeFinite<T>(AllClassArguments<T> results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T[] values in (T[][])[results.Losses, results.Gradient, results.Hessian])
        {
            Array.FindAll(values, value => !T.IsFinite(value)).ShouldBeEmpty();
        }
    }

    private static AllClassArguments<T> Weightless<T>(int rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        AllClassArguments<T> arguments = new(rows, classes);
        Array.Fill(arguments.Weights, T.One);
        Array.Fill(arguments.ClassWeights, T.One);
        return arguments;
    }

    // the first row without a class, so far down that its probability is 0
    private static AllClassArguments<float> Without(AllClassArguments<float> source, int j)
    {
        float[] logits = [.. source.Logits];
        logits[j] = -1000;
        return new(source.Rows, source.Classes)
        {
            Logits = logits,
            Targets = source.Targets,
            Weights = source.Weights,
            ClassWeights = source.ClassWeights,
        };
    }
}
