using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LossGen;

// 1,003 elements: whole blocks and a tail; logits and targets are exact in float
const int Count = 1003;
float[] logits = [.. Enumerable.Range(0, Count).Select(i => ((i * 37 % 401) - 200) / 16f)];
float[] targets = [.. Enumerable.Range(0, Count).Select(i => i % 7 == 0 ? 1f : 0f)];
float[] gradient = new float[Count];
float mean = Losses.Asymmetric(logits, targets, gradient);
Console.WriteLine($"Asymmetric {mean:R} {BitConverter.SingleToUInt32Bits(mean):x8} {Digest(gradient)}");

double[] wide = [.. logits.Select(z => (double)z)];
byte[] hard = [.. targets.Select(y => (byte)y)];
double[] slope = new double[Count];
double[] curvature = new double[Count];
double focal = Losses.Focal(wide, hard, slope, curvature);
Console.WriteLine($"Focal {focal:R} {BitConverter.DoubleToUInt64Bits(focal):x16} {Digest(slope)} {Digest(curvature)}");

bool passed = true;
foreach (LossVariant loss in Losses.LossVariants)
{
    VerificationReport report = loss.Verify();
    Console.WriteLine(report);
    passed &= report.Passed;
}

return passed ? 0 : 1;

// the bits of every element in one number
static string Digest<T>(T[] values) where T : unmanaged => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<T>(values)).AsSpan(0, 8));
