using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using LossGen.Kernels;
using LossGen.Tests.Hyperparameters;
using LossGen.Tests.Losses;
using LossGen.Verification;

namespace LossGen.Tests.Widths;

/// <summary>
/// The entry point of this assembly: prints the vector width that kernels run with in this process, and for each declared
/// loss a hash of the bits of all its results.
/// </summary>
internal static class WidthProbe
{
    private const int Classes = 17;

    // of rows that have vectors of their own
    private const int ManyClasses = 61;

    // odd, and more than two blocks of a kernel
    private const int Length = Classes * ManyClasses;

    private static readonly double[] Specials =
    [
        0, -0.0, double.Epsilon, -1e-310, 1e-40, -1e-45, 87, -87, 87.3, -87.3, 88.8, -88.8, 104, -104, 709, -745, 3e38, -3e38,
        1e308, double.PositiveInfinity, double.NegativeInfinity, double.NaN, -2.944438979166440, 1,
    ];

    public static int Main()
    {
        Console.WriteLine(Width());
        foreach (string hash in Hashes())
        {
            Console.WriteLine(hash);
        }

        return 0;
    }

    public static string Width() =>
        Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : Vector128.IsHardwareAccelerated ? "128" : "scalar";

    public static IEnumerable<string> Hashes() => HashesOfVariants(Classes).Concat(HashesOfVariants(ManyClasses)).Concat(HashesOfHyperparameters());

    private static IEnumerable<string> HashesOfHyperparameters()
    {
        LossArguments<float> single = Arguments<float>(new LossConfiguration(), Classes);
        LossArguments<double> inDouble = Arguments<double>(new LossConfiguration(), Classes);
        foreach ((ClassValues values, int index) in Hyperparameters.Classes.All.Select((values, index) => (values, index)))
        {
            yield return $"values {index} {Hash(Results<float>.Of<float>(values.Single, single.Input, single.Targets))}";
            yield return $"values {index} in double {Hash(Results<double>.Of<double>(values.Double, inDouble.Input, inDouble.Targets))}";
        }

        int whole = Length - (Length % Hyperparameters.Classes.All.Length);
        yield return $"per class {Hash(Results<float>.Of<float>(Hyperparameters.Classes.Single, single.Input.AsSpan(0, whole), single.Targets.AsSpan(0, whole)))}";
        yield return $"per class in double {Hash(Results<double>.Of<double>(Hyperparameters.Classes.Double, inDouble.Input.AsSpan(0, whole), inDouble.Targets.AsSpan(0, whole)))}";
    }

    private static IEnumerable<string> HashesOfVariants(int classes) => DeclaredLosses.All.Select((variant, index) => $"{index} {variant.Name} {variant switch
    {
        LossVariant<float> single => Hash(single, classes),
        LossVariant<double> inDouble => Hash(inDouble, classes),
        _ => throw new InvalidOperationException(variant.Name),
    }}");

    private static string Hash<T>(LossVariant<T> variant, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LossArguments<T> arguments = Arguments<T>(variant.Configuration, classes);
        double value = variant.Invoke(arguments);
        string hash = Hash(new Results<T>(value, arguments.Gradient, arguments.Hessian, arguments.Losses));
        return (variant.Configuration.Roles & LossRoles.Statistics) == 0 ? hash : $"{hash} {HashOfStatistics(variant, arguments)}";
    }

    // of a batch without NaN, which would be all there is to see
    private static string HashOfStatistics<T>(LossVariant<T> variant, LossArguments<T> arguments)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < arguments.Input.Length; i++)
        {
            arguments.Input[i] = T.IsNaN(arguments.Input[i]) ? T.One : arguments.Input[i];
        }

        variant.Invoke(arguments);
        double[] numbers = new double[ProbabilityStatistics.Length];
        arguments.Statistics.CopyTo(numbers);
        return string.Join(' ', numbers.Select(number => number.ToString("G17", CultureInfo.InvariantCulture)));
    }

    private static string Hash<T>(Results<T> results)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream bits = new();
        bits.Write(MemoryMarshal.AsBytes<double>([double.IsNaN(results.Value) ? double.NaN : results.Value]));
        Append(bits, results.Gradient);
        Append(bits, results.Hessian);
        Append(bits, results.Losses);
        return Convert.ToHexString(SHA256.HashData(bits.ToArray()));
    }

    // sign and payload of a NaN may depend on the order of operands
    private static void Append<T>(MemoryStream bits, T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] canonical = Array.ConvertAll(values, value => T.IsNaN(value) ? T.NaN : value);
        bits.Write(MemoryMarshal.AsBytes<T>(canonical));
    }

    private static LossArguments<T> Arguments<T>(LossConfiguration configuration, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(7);
        T[] input = Fill(Length, i => configuration.Activation == Activation.None
            ? i < 40 ? i % 3 / 2.0 : random.NextDouble()
            : i < 3 * Specials.Length ? Specials[i % Specials.Length] : (random.NextDouble() - 0.5) * (i % 2 == 0 ? 16 : 180));
        if (configuration.Activation == Activation.Softmax)
        {
            long[] labels = [.. Enumerable.Range(0, Length / classes).Select(row => row % 9 == 4 ? configuration.IgnoreLabel : row % classes)];
            return RowBatches.Of(configuration, input, labels, classes);
        }

        T[] targets = Fill(Length, i => i % 3 == 2 ? random.NextDouble() : i % 2);
        bool[] booleans = Array.ConvertAll(targets, y => y > T.CreateTruncating(0.5));
        return new()
        {
            Input = input,
            Targets = targets,
            BooleanTargets = booleans,
            ByteTargets = Array.ConvertAll(booleans, y => y ? (byte)1 : (byte)0),
            Weights = Fill(Length, i => i % 11 == 0 ? 0 : random.NextDouble()),
            ClassWeights = Fill(classes, _ => 2 * random.NextDouble()),
            Hyperparameters = [.. HyperparameterSettings.Values(configuration, setting: 0, classes).Select(values => Array.ConvertAll(values, T.CreateTruncating))],
            Density = configuration.Harmonizing is { HasDensity: true } harmonizing ? new GradientDensity(harmonizing.Bins, momentum: 0.5) : null,
            GradientScale = T.One,
            Gradient = new T[Length],
            Hessian = new T[Length],
            Losses = new T[Length],
        };

        static T[] Fill(int length, Func<int, double> value) =>
            Enumerable.Range(0, length).Select(i => T.CreateTruncating(value(i))).ToArray();
    }
}
