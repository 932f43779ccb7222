using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>
/// The results of an element depend on its logit and target alone: not on its place in the batch, the length of the batch
/// or the alignment of the memory. Nothing else is written.
/// </summary>
public sealed class LengthTests
{
    private const int Longest = 100_000;
    private const int RandomLengths = 1000;

    // memory beside an output, more than the longest step of a kernel
    private const int Margin = 256;

    public static TheoryData<string> Names => LossesUnderTest.Names(LossesUnderTest.Single);

    private static IReadOnlyList<LossUnderTest<double, double>> InDouble { get; } =
    [
        LossesUnderTest.Of<double, double>(DoubleLosses.CrossEntropy, DoubleLosses.LossVariants),
        LossesUnderTest.Of<double, double>(DoubleLosses.Focal, DoubleLosses.LossVariants),
        LossesUnderTest.Of<double, double>(DoubleLosses.Asymmetric, DoubleLosses.LossVariants),
        LossesUnderTest.Of<double, double>(OptionLosses.GeneralGammasInDouble, OptionLosses.LossVariants),
    ];

    public static TheoryData<string> NamesInDouble => LossesUnderTest.Names(InDouble);

    [Theory]
    [MemberData(nameof(Names))]
    public void Soft_targets(string name) =>
        Check(LossesUnderTest.Single.Named(name), random => (8 * random.NextSingle()) - 4, random => random.NextSingle(), target => target);

    [Theory]
    [MemberData(nameof(Names))]
    public void Hard_targets(string name) =>
        Check(LossesUnderTest.Single.Named(name), random => (60 * random.NextSingle()) - 30, random => (float)random.Next(2), target => target);

    [Theory]
    [MemberData(nameof(NamesInDouble))]
    public void Double_precision(string name) =>
        Check(InDouble.Named(name), random => (8 * random.NextDouble()) - 4, random => random.NextDouble(), target => target);

    [Fact]
    public void Byte_targets() => Check(
        LossesUnderTest.Of<float, byte>(SignatureLosses.ByteFocal, SignatureLosses.LossVariants),
        random => (8 * random.NextSingle()) - 4,
        random => (byte)random.Next(2),
        target => target);

    [Fact]
    public void Byte_targets_in_double_precision() => Check(
        LossesUnderTest.Of<double, byte>(SignatureLosses.BytePolyInDouble, SignatureLosses.LossVariants),
        random => (8 * random.NextDouble()) - 4,
        random => (byte)random.Next(2),
        target => target);

    [Fact]
    public void Boolean_targets() => Check(
        LossesUnderTest.Of<float, bool>(SignatureLosses.BooleanAsymmetric, SignatureLosses.LossVariants),
        random => (8 * random.NextSingle()) - 4,
        random => random.Next(2) == 1,
        target => target ? 1 : 0);

    private static void Check<T, TTarget>(
        LossUnderTest<T, TTarget> loss, Func<Random, T> logit, Func<Random, TTarget> target, Func<TTarget, double> number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Random random = new(20260101);
        T[] logits = Fill(2 * Longest, random, logit);
        TTarget[] targets = Fill(2 * Longest, random, target);
        Results<T> whole = Results<T>.Of(loss.Method, logits, targets);
        CompareWithReference(loss, logits, targets, whole, number);

        Slices<T, TTarget> slices = new(loss.Method, logits, targets, whole, random);
        for (int length = 0; length < 68; length++)
        {
            slices.Check(length);
        }

        for (int i = 0; i < RandomLengths; i++)
        {
            slices.Check(random.Next(Longest + 1));
        }
    }

    private static void CompareWithReference<T, TTarget>(
        LossUnderTest<T, TTarget> loss, T[] logits, TTarget[] targets, Results<T> whole, Func<TTarget, double> number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ElementErrors errors = new(FloatingPointFormat.Of<T>(), loss.Configuration);
        for (int i = 0; i < logits.Length; i += 97)
        {
            whole.Compare(errors, i, double.CreateTruncating(logits[i]), number(targets[i]));
        }

        // the reference of double precision is itself in double precision: see KernelVerification
        errors.ShouldBeWithin(typeof(T) == typeof(float) ? ElementErrors.SingleLimit : 4 * ElementErrors.SingleLimit, loss.Name);
    }

    private static TElement[] Fill<TElement>(int length, Random random, Func<Random, TElement> element) =>
        Enumerable.Range(0, length).Select(_ => element(random)).ToArray();

    /// <summary>Slices of a batch, run on their own at random places in memory.</summary>
    private sealed class Slices<T, TTarget>(LossMethod<T, TTarget> method, T[] logits, TTarget[] targets, Results<T> whole, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        private readonly Memory<T> input = new T[Longest + (2 * Margin)];
        private readonly Memory<TTarget> shiftedTargets = new TTarget[Longest + (2 * Margin)];
        private readonly Fenced<T> gradient = new(Longest, Margin);
        private readonly Fenced<T> hessian = new(Longest, Margin);
        private readonly Fenced<T> losses = new(Longest, Margin);

        public void Check(int length)
        {
            int start = random.Next(logits.Length - length + 1);
            Span<T> z = Shift(logits.AsSpan(start, length), input.Span);
            Span<TTarget> y = Shift(targets.AsSpan(start, length), shiftedTargets.Span);

            double apart = method(z, y, gradient.Place(length, random), hessian.Place(length, random), losses.Place(length, random));

            gradient.ShouldHold(whole.Gradient.AsSpan(start, length));
            hessian.ShouldHold(whole.Hessian.AsSpan(start, length));
            losses.ShouldHold(whole.Losses.AsSpan(start, length));
            double sum = Sum(whole.Losses.AsSpan(start, length));
            Math.Abs(apart - sum).ShouldBeLessThanOrEqualTo(1e-12 * sum);

            double inPlace = method(z, y, z, hessian.Place(length, random), losses.Place(length, random));

            inPlace.ShouldBe(apart);
            Results<T>.Same(z, whole.Gradient.AsSpan(start, length)).ShouldBeTrue($"gradient in place, length {length} at {start}");
            hessian.ShouldHold(whole.Hessian.AsSpan(start, length));
            losses.ShouldHold(whole.Losses.AsSpan(start, length));
        }

        private Span<TElement> Shift<TElement>(ReadOnlySpan<TElement> source, Span<TElement> buffer)
        {
            Span<TElement> shifted = buffer.Slice(random.Next(Margin), source.Length);
            source.CopyTo(shifted);
            return shifted;
        }

        private static double Sum(ReadOnlySpan<T> values)
        {
            double sum = 0;
            foreach (T value in values)
            {
                sum += double.CreateTruncating(value);
            }

            return sum;
        }
    }
}
