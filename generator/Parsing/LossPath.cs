namespace LossGen.Generator.Parsing;

/// <summary>What the elements are that a kernel computes.</summary>
internal enum LossPath
{
    /// <summary>The elements of the input, each a problem of its own.</summary>
    Elements,

    /// <summary>
    /// Rows of classes that pay for their true class c alone: one element per row, whose input is the logit of that class
    /// against all the others, u = z_c - log sum_(j != c) exp z_j, so that p_c = sigmoid(u).
    /// </summary>
    TrueClass,

    /// <summary>Rows of classes that each class has a share in: one element per class, whose input is log p_j.</summary>
    AllClasses,
}
