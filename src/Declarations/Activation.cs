namespace LossGen;

/// <summary>How the input of a loss becomes probabilities.</summary>
public enum Activation
{
    /// <summary>Each element is its own binary problem: p = 1 / (1 + exp(-z)).</summary>
    Sigmoid,

    /// <summary>Each row of logits is one problem of several classes: p_j = exp(z_j) / sum_k exp(z_k).</summary>
    Softmax,

    /// <summary>The inputs already are probabilities in [0, 1]; gradients are taken with respect to them.</summary>
    None,
}
