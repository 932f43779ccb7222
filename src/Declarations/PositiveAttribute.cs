using System;

namespace LossGen;

/// <summary>What an element with target y = 1 pays, the positive term of a loss.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PositiveAttribute : TermAttribute;
