using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

public sealed class SpecialLogitTests
{
    private const int Lanes = 131;

    private static readonly float[] Targets = [0, 1, 0.3f];

    public static TheoryData<string> Names => LossesUnderTest.Names(LossesUnderTest.Single);

    public static TheoryData<string> GammaNames => LossesUnderTest.Names(LossesUnderTest.Gammas);

    [Theory]
    [MemberData(nameof(Names))]
    public void Zeros_and_denormals_are_within_four_ulp(string name)
    {
        float[] magnitudes = [0, float.Epsilon, 1e-40f, 1.17549421e-38f, 1.17549435e-38f, 1e-30f, 87];
        CheckErrors(LossesUnderTest.Single.Named(name), [.. magnitudes, .. magnitudes.Select(z => -z)]);
    }

    /// <summary>
    /// Beyond 87 a kernel may hold e^-|z| at e^-87, so that nothing becomes denormal. What dies like e^-|z| (with a factor
    /// |z| in the hessian) is then off by less than 512 e^-87 = 8E-36; what does not is within 4 ulp still.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Large_logits_are_within_four_ulp_of_what_is_left_of_them(string name)
    {
        const double vanishing = 8e-36;
        float[] magnitudes = [87.3f, 88.8f, 104, 1000, 1e10f, 3e38f, float.MaxValue];
        float[] logits = [.. magnitudes, .. magnitudes.Select(z => -z)];
        LossUnderTest<float, float> loss = LossesUnderTest.Single.Named(name);
        ForEach(loss, logits, (results, i, y) =>
        {
            HyperDual reference = ReferenceLoss.Evaluate(loss.Configuration, logits[i], y);
            ShouldBeNear(results.Losses[i], reference.Value, $"{name}: loss for z = {logits[i]}, y = {y}");
            ShouldBeNear(results.Gradient[i], reference.First, $"{name}: gradient for z = {logits[i]}, y = {y}");
            ShouldBeNear(results.Hessian[i], reference.Second, $"{name}: hessian for z = {logits[i]}, y = {y}");
        });

        static void ShouldBeNear(float actual, Conditioned expected, string what) => Math.Abs(actual - expected.Value)
            .ShouldBeLessThanOrEqualTo((ElementErrors.SingleLimit * FloatingPointFormat.Of<float>().Ulp(expected.Magnitude)) + vanishing, what);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Logits_next_to_a_kink_are_within_four_ulp(string name)
    {
        LossUnderTest<float, float> loss = LossesUnderTest.Single.Named(name);
        List<float> logits = [];
        foreach ((double shift, int side) in new[] { (loss.Configuration.Negative.Shift, 1), (loss.Configuration.Positive.Shift, -1), (0.05, 1) })
        {
            float kink = shift == 0 ? 0 : (float)(side * Math.Log(shift / (1 - shift)));
            logits.AddRange([MathF.BitDecrement(kink), kink, MathF.BitIncrement(kink)]);
        }

        CheckErrors(loss, [.. logits]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Infinite_logits_give_the_exact_limit(string name)
    {
        LossUnderTest<float, float> loss = LossesUnderTest.Single.Named(name);
        foreach (float y in Targets)
        {
            double hard = y > 0.5f ? 1 : 0;
            double share = ((loss.Configuration.HardTargets ? hard : y) * (1 - loss.Configuration.LabelSmoothing)) + (loss.Configuration.LabelSmoothing / 2);
            Results<float> plus = Results<float>.Of<float>(loss.Method, [float.PositiveInfinity], [y]);
            Results<float> minus = Results<float>.Of<float>(loss.Method, [float.NegativeInfinity], [y]);

            // 1 - y~ cancels: it is as exact as y~ is
            double error = loss.Configuration.LabelSmoothing == 0 ? 0 : Math.ScaleB(1, -23);
            ShouldBeLimit(plus, Limit(loss.Configuration.Negative, 1 - share), error, 1, $"{name}, z = inf, y = {y}");
            ShouldBeLimit(minus, Limit(loss.Configuration.Positive, share), error, -1, $"{name}, z = -inf, y = {y}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_stays_in_its_lane(string name)
    {
        LossMethod<float, float> method = LossesUnderTest.Single.Named(name).Method;
        Random random = new(1);
        float[] logits = Enumerable.Range(0, Lanes).Select(_ => (8 * random.NextSingle()) - 4).ToArray();
        float[] targets = Enumerable.Range(0, Lanes).Select(i => Targets[i % Targets.Length]).ToArray();
        Results<float> clean = Results<float>.Of<float>(method, logits, targets);
        for (int lane = 0; lane < Lanes; lane++)
        {
            float[] poisoned = [.. logits];
            poisoned[lane] = float.NaN;

            Results<float> results = Results<float>.Of<float>(method, poisoned, targets);

            results.Value.ShouldBe(double.NaN);
            ShouldDifferOnlyAt(lane, clean.Losses, results.Losses);
            ShouldDifferOnlyAt(lane, clean.Gradient, results.Gradient);
            ShouldDifferOnlyAt(lane, clean.Hessian, results.Hessian);
        }
    }

    [Theory]
    [MemberData(nameof(GammaNames))]
    public void Every_finite_logit_gives_finite_results(string name)
    {
        // every 2,039th float, with both signs, and the neighbours of the kink of Shift = 0.05
        const uint stride = 2039;
        float kink = (float)Math.Log(0.05 / 0.95);
        List<float> logits = [float.MaxValue, float.MinValue, MathF.BitDecrement(kink), kink, MathF.BitIncrement(kink)];
        for (uint bits = 0; bits < 0x7F800000; bits += stride)
        {
            logits.Add(BitConverter.UInt32BitsToSingle(bits));
            logits.Add(BitConverter.UInt32BitsToSingle(bits | 0x80000000));
        }

        LossMethod<float, float> method = LossesUnderTest.Gammas.Named(name).Method;
        float[] input = [.. logits];
        foreach (float y in Targets)
        {
            Results<float> results = Results<float>.Of<float>(method, input, Enumerable.Repeat(y, input.Length).ToArray());
            ShouldBeFinite(results.Losses, input, $"{name}: loss for y = {y}");
            ShouldBeFinite(results.Gradient, input, $"{name}: gradient for y = {y}");
            ShouldBeFinite(results.Hessian, input, $"{name}: hessian for y = {y}");
        }
    }

    private static void CheckErrors(LossUnderTest<float, float> loss, float[] logits)
    {
        ElementErrors errors = new(FloatingPointFormat.Of<float>(), loss.Configuration);
        ForEach(loss, logits, (results, i, y) => results.Compare(errors, i, logits[i], y));
        errors.ShouldBeWithin(ElementErrors.SingleLimit, loss.Name);
    }

    private static void ForEach(LossUnderTest<float, float> loss, float[] logits, Action<Results<float>, int, float> check)
    {
        foreach (float y in Targets)
        {
            Results<float> results = Results<float>.Of<float>(loss.Method, logits, Enumerable.Repeat(y, logits.Length).ToArray());
            for (int i = 0; i < logits.Length; i++)
            {
                check(results, i, y);
            }
        }
    }

    // Where the confidence t in the truth goes to 0: u = 1 - m. Without a shift -log t grows like |z| and its derivative
    // goes to 1; with one it ends at -log m, and the derivatives die with t (1 - t). A power of u is constant there.
    private static (double Loss, double Slope) Limit(TermConfiguration term, double share)
    {
        if (share == 0)
        {
            return (0, 0);
        }

        if (term.Shift == 0)
        {
            return (double.PositiveInfinity, share * term.Weight);
        }

        double u = 1 - term.Shift;
        double loss = -Math.Pow(u, term.Gamma) * Math.Log(term.Shift);
        for (int j = 1; j <= term.Poly.Count; j++)
        {
            loss += term.Poly[j - 1] * Math.Pow(u, term.Gamma + j);
        }

        return (share * term.Weight * loss, 0);
    }

    private static void ShouldBeLimit(Results<float> results, (double Loss, double Slope) limit, double shareError, int sign, string where)
    {
        bool isLoss = results.Losses[0] == limit.Loss || Math.Abs(results.Losses[0] - limit.Loss) <= 4 * Math.ScaleB(limit.Loss, -23);
        isLoss.ShouldBeTrue($"{where}: loss {results.Losses[0]} instead of {limit.Loss}");
        Math.Abs(results.Gradient[0] - (sign * limit.Slope)).ShouldBeLessThanOrEqualTo(Math.ScaleB(limit.Slope, -23) + shareError, where);
        results.Hessian[0].ShouldBe(0, where);
        results.Value.ShouldBe(results.Losses[0], where);
    }

    private static void ShouldDifferOnlyAt(int lane, float[] clean, float[] poisoned)
    {
        poisoned[lane].ShouldBe(float.NaN);
        Results<float>.Same(poisoned.AsSpan(0, lane), clean.AsSpan(0, lane)).ShouldBeTrue($"NaN at {lane}");
        Results<float>.Same(poisoned.AsSpan(lane + 1), clean.AsSpan(lane + 1)).ShouldBeTrue($"NaN at {lane}");
    }

    private static void ShouldBeFinite(float[] values, float[] logits, string what)
    {
        int index = Array.FindIndex(values, value => !float.IsFinite(value));
        if (index >= 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{what}, z = {logits[index]:R} is {values[index]}"));
        }
    }
}
