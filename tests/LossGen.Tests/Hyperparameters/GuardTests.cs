using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>Hyperparameters that do not fit are refused with their name, before anything is written.</summary>
public sealed class GuardTests
{
    private const float Untouched = -7;

    private static readonly ClassValues Right = Classes.All[4];

    public static TheoryData<string, float> OutOfRange
    {
        get
        {
            TheoryData<string, float> data = [];
            foreach (string side in new[] { "positive", "negative" })
            {
                foreach ((string property, float[] wrong) in new (string, float[])[]
                {
                    ("Weight", [float.NaN, float.PositiveInfinity, float.NegativeInfinity]),
                    ("Gamma", [float.NaN, -1e-30f, -1, float.PositiveInfinity]),
                    ("Shift", [float.NaN, -1e-30f, 1, 2, float.NegativeInfinity]),
                    ("Poly", [float.NaN, float.PositiveInfinity]),
                })
                {
                    foreach (float value in wrong)
                    {
                        data.Add(side + property, value);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range(string name, float value)
    {
        ClassValues wrong = With(Right, name, value);
        float[] outputs = Outputs(10);
        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(
            () => wrong.Single(new float[10], new float[10], outputs, new float[10], new float[10]));
        error.ParamName.ShouldBe(name);
        error.ActualValue.ShouldBe(value);
        error.Message.ShouldStartWith(name + " must be ");
        outputs.ShouldAllBe(x => x == Untouched);
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_of_a_class_out_of_range(string name, float value)
    {
        float[] outputs = Outputs(12);
        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(() => PerClass(
            12, outputs, parameter => parameter == name ? [0.5f, 0.5f, value] : [0.5f, 0.5f, 0.5f]));
        error.ParamName.ShouldBe(name);
        error.ActualValue.ShouldBe(value);
        error.Message.ShouldStartWith(name + "[2] must be ");
        outputs.ShouldAllBe(x => x == Untouched);
    }

    [Theory]
    [InlineData("positiveWeight")]
    [InlineData("negativeGamma")]
    [InlineData("negativePoly")]
    public void Classes_of_different_number(string name)
    {
        float[] outputs = Outputs(12);
        ArgumentException error = Should.Throw<ArgumentException>(() => PerClass(12, outputs, parameter => new float[parameter == name ? 4 : 3]));
        error.Message.ShouldContain(name == "positiveWeight"
            ? "positiveGamma has length 3 but positiveWeight has length 4"
            : name + " has length 4 but positiveWeight has length 3");
        outputs.ShouldAllBe(x => x == Untouched);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(24)]
    [InlineData(0)]
    public void Classes_whose_number_does_not_divide_the_batch(int classes)
    {
        float[] outputs = Outputs(12);
        ArgumentException error = Should.Throw<ArgumentException>(() => PerClass(12, outputs, _ => new float[classes]));
        error.ParamName.ShouldBe("positiveWeight");
        error.Message.ShouldStartWith($"positiveWeight has length {classes}, which does not divide the length 12 of logits");
        outputs.ShouldAllBe(x => x == Untouched);
    }

    [Fact]
    public void Class_weights_and_values_per_class_have_one_length()
    {
        float[] outputs = Outputs(12);
        ArgumentException error = Should.Throw<ArgumentException>(() => RunTimeLosses.WeightedPerClass(
            new float[12], new float[12], new float[12], new float[4], 1, new float[3], outputs, new float[12]));
        error.ParamName.ShouldBe("negativeGamma");
        error.Message.ShouldStartWith("negativeGamma has length 3 but classWeights has length 4");
        outputs.ShouldAllBe(x => x == Untouched);
    }

    [Fact]
    public void An_output_in_the_memory_of_values_per_class()
    {
        float[] memory = new float[24];
        ArgumentException error = Should.Throw<ArgumentException>(() => RunTimeLosses.WeightedPerClass(
            new float[12], new float[12], new float[12], new float[12], 1, memory.AsSpan(11, 12), memory.AsSpan(0, 12), new float[12]));
        error.ParamName.ShouldBe("gradient");
        error.Message.ShouldStartWith("gradient overlaps negativeGamma: it must be memory apart");
    }

    [Fact]
    public void An_empty_batch_is_0_for_any_number_of_classes()
    {
        PerClass(0, [], _ => [0.5f, 0.5f, 0.5f]).ShouldBe(0);
        PerClass(0, [], _ => []).ShouldBe(0);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        float[] input = new float[1000], targets = new float[1000], gradient = new float[1000], losses = new float[1000], five = new float[5];
        Call();
        Enumerable.Range(0, 5).Min(_ => Allocated()).ShouldBe(0);

        void Call()
        {
            RunTimeLosses.ScaledSum(input, targets, 2, 3, 4, gradient);
            RunTimeLosses.WeightedPerClass(input, targets, targets, five, 1, five, gradient, losses);
        }

        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Call();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static double PerClass(int n, float[] gradient, Func<string, float[]> values) => RunTimeLosses.PerClass(
        new float[n], new float[n],
        values("positiveWeight"), values("positiveGamma"), values("positiveShift"), values("positivePoly"),
        values("negativeWeight"), values("negativeGamma"), values("negativeShift"), values("negativePoly"),
        gradient, new float[n], new float[n]);

    private static float[] Outputs(int n) => Enumerable.Repeat(Untouched, n).ToArray();

    private static ClassValues With(ClassValues values, string name, float value)
    {
        TermValues Changed(TermValues term) => name["positive".Length..] switch
        {
            "Weight" => term with { Weight = value },
            "Gamma" => term with { Gamma = value },
            "Shift" => term with { Shift = value },
            _ => term with { Poly = value },
        };
        return name.StartsWith("positive", StringComparison.Ordinal)
            ? values with { Positive = Changed(values.Positive) }
            : values with { Negative = Changed(values.Negative) };
    }
}
