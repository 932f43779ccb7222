using System;

namespace LossGen;

/// <summary>What an element with target y = 0 pays, the negative term of a loss.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NegativeAttribute : TermAttribute;
