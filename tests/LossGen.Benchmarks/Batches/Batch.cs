using System;

namespace LossGen.Benchmarks.Batches;

/// <summary>What a loss is computed of, and room for what it computes.</summary>
/// <typeparam name="T">The type of the logits.</typeparam>
/// <typeparam name="TTarget">That of the targets, or <see cref="int"/> for the classes of rows.</typeparam>
internal sealed class Batch<T, TTarget>(int elements, int targets) : IDisposable
    where T : unmanaged
    where TTarget : unmanaged
{
    private readonly AlignedMemory<T> _logits = new(elements);
    private readonly AlignedMemory<TTarget> _targets = new(targets);
    private readonly AlignedMemory<T> _gradient = new(elements);
    private AlignedMemory<T>? _hessian;

    public int Elements => elements;

    public Span<T> Logits => _logits.Span;

    /// <summary>One per element, or one per row.</summary>
    public Span<TTarget> Targets => _targets.Span;

    public Span<T> Gradient => _gradient.Span;

    /// <summary>Allocated when it is first asked for.</summary>
    public Span<T> Hessian => (_hessian ??= new(elements)).Span;

    public void Dispose()
    {
        _logits.Dispose();
        _targets.Dispose();
        _gradient.Dispose();
        _hessian?.Dispose();
    }
}
