using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>The first element of each role that a kernel reads or writes.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ElementwiseLanes<T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Logits, or probabilities with <see cref="Activation.None"/>.</summary>
    public ref readonly T Input;

    /// <summary>Targets y.</summary>
    public ref readonly TTarget Targets;

    /// <summary>The product of element and class weight.</summary>
    public ref readonly T Weights;

    /// <summary>Receives the first derivative; may be the memory of <see cref="Input"/>.</summary>
    public ref T Gradient;

    /// <summary>Receives the second derivative.</summary>
    public ref T Hessian;

    /// <summary>Receives the weighted loss of each element.</summary>
    public ref T Losses;
}
