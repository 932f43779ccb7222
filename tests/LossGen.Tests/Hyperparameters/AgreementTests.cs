using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Hyperparameters;

/// <summary>A loss with hyperparameters at run time is the loss that is declared with them.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const double DoubleLimit = 4;

    public static TheoryData<int> ClassIndices => [.. Enumerable.Range(0, Classes.All.Length)];

    public static TheoryData<float> Gammas => [0, 0.1f, 0.5f, 1, 1.5f, 4, 16];

    [Theory]
    [MemberData(nameof(ClassIndices))]
    public void One_value_is_within_4_ulp_of_the_reference(int index)
    {
        ClassValues values = Classes.All[index];
        float[] logits = Logits();
        ElementErrors errors = new(FloatingPointFormat.Of<float>(), values.Configuration);
        foreach (float target in new[] { 0, 1, 0.3f })
        {
            Results<float> results = Results<float>.Of<float>(values.Single, logits, Filled(logits.Length, target));
            Compare(results, errors, logits, target);
        }

        output.WriteLine($"{values}: {errors}");
        errors.ShouldBeWithin(ElementErrors.SingleLimit, values.ToString());
    }

    [Theory]
    [MemberData(nameof(ClassIndices))]
    public void Hard_targets_are_within_4_ulp_of_the_reference(int index)
    {
        ClassValues values = Classes.All[index];
        float[] logits = Logits();
        LossConfiguration configuration = values.Configuration with { HardTargets = true };
        ElementErrors errors = new(FloatingPointFormat.Of<float>(), configuration);
        foreach (bool target in new[] { false, true })
        {
            Results<float> results = Results<float>.Of<bool>(values.Hard, logits, Filled(logits.Length, target));
            Compare(results, errors, logits, target ? 1 : 0);
        }

        errors.ShouldBeWithin(ElementErrors.SingleLimit, values.ToString());
    }

    [Theory]
    [MemberData(nameof(ClassIndices))]
    public void Double_precision_is_within_4_ulp_of_the_reference(int index)
    {
        ClassValues values = Classes.All[index];
        double[] logits = Array.ConvertAll(Logits(), z => (double)z);
        ElementErrors errors = new(FloatingPointFormat.Of<double>(), values.Configuration);
        foreach (double target in new[] { 0, 1, 0.3 })
        {
            Results<double> results = Results<double>.Of<double>(values.Double, logits, Filled(logits.Length, target));
            Compare(results, errors, logits, target);
        }

        output.WriteLine($"{values}: {errors}");
        errors.ShouldBeWithin(DoubleLimit, values.ToString());
    }

    [Theory]
    [MemberData(nameof(Gammas))]
    public void The_declared_exponent_gives_the_same_loss(float gamma)
    {
        LossMethod<float, float> declared = gamma switch
        {
            0 => GammaLosses.Zero,
            0.1f => GammaLosses.OneTenth,
            0.5f => GammaLosses.Half,
            1 => GammaLosses.One,
            1.5f => GammaLosses.ThreeHalves,
            4 => GammaLosses.Four,
            _ => GammaLosses.Sixteen,
        };
        ClassValues values = new(new(1, gamma, 0, 0), new(1, gamma, 0.05f, 0));
        Results<float> expected = Results<float>.Of<float>(declared, RandomBatch.Logits, RandomBatch.SoftTargets);
        Results<float> actual = Results<float>.Of<float>(values.Single, RandomBatch.Logits, RandomBatch.SoftTargets);

        actual.Value.ShouldBe(expected.Value, 1e-6 * expected.Value);
        for (int i = 0; i < expected.Losses.Length; i++)
        {
            HyperDual reference = ReferenceLoss.Evaluate(values.Configuration, RandomBatch.Logits[i], RandomBatch.SoftTargets[i]);
            if (double.Abs(LossMath.Sigmoid(RandomBatch.Logits[i]) - 0.05f) > 1e-7)
            {
                ShouldBeNear(actual.Losses[i], expected.Losses[i], reference.Value, i);
                ShouldBeNear(actual.Gradient[i], expected.Gradient[i], reference.First, i);
                ShouldBeNear(actual.Hessian[i], expected.Hessian[i], reference.Second, i);
            }
        }
    }

    [Fact]
    public void Each_class_has_its_own_values()
    {
        float[] logits = RandomBatch.Logits[..(Classes.All.Length * 997)];
        float[] targets = RandomBatch.SoftTargets[..logits.Length];
        Results<float> results = Results<float>.Of<float>(Classes.Single, logits, targets);
        for (int c = 0; c < Classes.All.Length; c++)
        {
            Results<float> ofClass = Results<float>.Of<float>(Classes.All[c].Single, Column(logits, c), Column(targets, c));
            Column(results.Losses, c).ShouldBe(ofClass.Losses);
            Column(results.Gradient, c).ShouldBe(ofClass.Gradient);
            Column(results.Hessian, c).ShouldBe(ofClass.Hessian);
        }
    }

    [Fact]
    public void Each_class_has_its_own_values_in_double_precision()
    {
        double[] logits = Array.ConvertAll(RandomBatch.Logits[..(Classes.All.Length * 997)], z => (double)z);
        double[] targets = Array.ConvertAll(RandomBatch.SoftTargets[..logits.Length], y => (double)y);
        Results<double> results = Results<double>.Of<double>(Classes.Double, logits, targets);
        for (int c = 0; c < Classes.All.Length; c++)
        {
            Results<double> ofClass = Results<double>.Of<double>(Classes.All[c].Double, Column(logits, c), Column(targets, c));
            Column(results.Losses, c).ShouldBe(ofClass.Losses);
            Column(results.Gradient, c).ShouldBe(ofClass.Gradient);
            Column(results.Hessian, c).ShouldBe(ofClass.Hessian);
        }
    }

    [Fact]
    public void Weights_of_elements_and_classes_go_with_values_per_class()
    {
        const int classes = 5;
        const int n = 200 * classes;
        float[] logits = RandomBatch.Logits[..n], targets = RandomBatch.SoftTargets[..n];
        float[] weights = RandomBatch.Uniform(3, n, 0, 2), classWeights = RandomBatch.Uniform(4, classes, 0, 2);
        weights[17] = 0;
        float[] gammas = [0, 0.5f, 1, 2, 3.7f];
        float[] gradient = new float[n], losses = new float[n];
        double value = RunTimeLosses.WeightedPerClass(logits, targets, weights, classWeights, 1.5f, gammas, gradient, losses);

        double total = 0, sum = 0;
        for (int i = 0; i < n; i++)
        {
            double weight = (double)weights[i] * classWeights[i % classes];
            LossConfiguration configuration = new()
            {
                Positive = new() { Weight = 1.5, Gamma = 1 },
                Negative = new() { Gamma = gammas[i % classes] },
            };
            HyperDual reference = ReferenceLoss.Evaluate(configuration, logits[i], targets[i]);
            double loss = reference.Value.Value * weight;
            Math.Abs(losses[i] - loss).ShouldBeLessThanOrEqualTo(1e-6 * reference.Value.Magnitude * weight, $"element {i}");
            total += weight;
            sum += loss;
        }

        value.ShouldBe(sum / total, 1e-6 * value);
        gradient[17].ShouldBe(0);
        losses[17].ShouldBe(0);
    }

    [Fact]
    public void Probabilities_as_input_are_within_4_ulp_of_the_reference()
    {
        foreach ((float positive, float negative, float shift) in new (float, float, float)[] { (0, 0, 0), (0.5f, 2, 0), (1, 3.7f, 0.05f), (2, 0.5f, 0.2f), (0, 1, 0.3f) })
        {
            LossConfiguration configuration = new()
            {
                Activation = Activation.None,
                Reduction = Reduction.Sum,
                Positive = new() { Gamma = positive },
                Negative = new() { Gamma = negative, Shift = shift },
            };
            ElementErrors errors = new(FloatingPointFormat.Of<float>(), configuration);
            float[] probabilities = [.. Enumerable.Range(1, 4000).Select(i => i / 4001f), 1e-6f, 1 - 1e-6f];
            foreach (float target in new[] { 0, 1, 0.3f })
            {
                Results<float> results = Results<float>.Of<float>(
                    (p, y, g, h, l) => RunTimeLosses.OfProbabilities(p, y, positive, negative, shift, g, h, l), probabilities, Filled(probabilities.Length, target));
                Compare(results, errors, probabilities, target);
            }

            string name = $"{positive} {negative} {shift}";
            output.WriteLine($"{name}: {errors}");
            errors.ShouldBeWithin(ElementErrors.SingleLimit, name);
        }
    }

    private static void Compare<T>(Results<T> results, ElementErrors errors, T[] inputs, double target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            results.Compare(errors, i, double.CreateTruncating(inputs[i]), double.CreateTruncating(T.CreateTruncating(target)));
        }
    }

    private static float[] Logits()
    {
        IEnumerable<float> even = Enumerable.Range(-870, 1741).Select(i => i / 10f);
        return [.. even, .. RandomBatch.Logits[..6000], .. RandomBatch.Uniform(5, 2000, -4, 4)];
    }

    private static void ShouldBeNear(float actual, float expected, Conditioned reference, int i)
    {
        double ulp = FloatingPointFormat.Of<float>().Ulp(reference.Magnitude);
        Math.Abs(actual - (double)expected).ShouldBeLessThanOrEqualTo(2 * ElementErrors.SingleLimit * ulp, $"z = {RandomBatch.Logits[i]:R}, y = {RandomBatch.SoftTargets[i]:R}");
    }

    private static T[] Filled<T>(int length, T value) => Enumerable.Repeat(value, length).ToArray();

    private static T[] Column<T>(T[] values, int c) => values.Where((_, i) => i % Classes.All.Length == c).ToArray();
}
