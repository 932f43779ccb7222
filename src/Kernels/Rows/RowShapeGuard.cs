using System;

namespace LossGen.Kernels;

/// <summary>What lengths say about rows and classes, and whether other lengths agree with that.</summary>
internal static class RowShapeGuard
{
    private const int LeastClasses = 2;

    /// <summary>One row per label; the number of classes may be given as well.</summary>
    /// <exception cref="ArgumentException">The logits are no such rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is given and less than 2.</exception>
    public static RowShape OfLabels(string inputName, int length, int rows, int classCount)
    {
        if (classCount != 0)
        {
            CheckClassCount(classCount);
            if ((long)rows * classCount != length)
            {
                throw new ArgumentException(
                    $"{inputName} has length {length}, which is not the length {rows} of labels times the classCount {classCount}", inputName);
            }

            return new(rows, classCount);
        }

        if (rows == 0 ? length != 0 : length % rows != 0)
        {
            throw new ArgumentException($"{inputName} has length {length}, which is not a multiple of the length {rows} of labels", inputName);
        }

        if (rows != 0 && length / rows < LeastClasses)
        {
            throw new ArgumentException(
                $"{inputName} has length {length}, which for the length {rows} of labels is not the {LeastClasses} classes a row has at least", inputName);
        }

        return new(rows, rows == 0 ? 0 : length / rows);
    }

    /// <summary>Rows of that many classes.</summary>
    /// <exception cref="ArgumentException">The logits are no whole rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is less than 2.</exception>
    public static RowShape OfClassCount(string inputName, int length, int classCount)
    {
        CheckClassCount(classCount);
        if (length % classCount != 0)
        {
            throw new ArgumentException($"{inputName} has length {length}, which is not a multiple of the classCount {classCount}", inputName);
        }

        return new(length / classCount, classCount);
    }

    /// <summary>There is one value per row.</summary>
    /// <exception cref="ArgumentException">There is not.</exception>
    public static void CheckPerRow(string name, int length, string inputName, RowShape shape)
    {
        if (length != shape.Rows)
        {
            throw new ArgumentException($"{name} has length {length} but {inputName} has {shape.Rows} rows", name);
        }
    }

    /// <summary>There is one value per class; without rows the number of classes may be unknown.</summary>
    /// <exception cref="ArgumentException">There is not.</exception>
    public static void CheckPerClass(string name, int length, string inputName, RowShape shape)
    {
        if (shape.Classes != 0 && length != shape.Classes)
        {
            throw new ArgumentException($"{name} has length {length} but a row of {inputName} has {shape.Classes} classes", name);
        }
    }

    private static void CheckClassCount(int classCount)
    {
        if (classCount < LeastClasses)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"classCount must be at least {LeastClasses}");
        }
    }
}
