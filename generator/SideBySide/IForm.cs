using System.Collections.Generic;

namespace LossGen.SideBySide;

/// <summary>A method on several vectors.</summary>
internal interface IForm
{
    /// <summary>The head of the method.</summary>
    /// <param name="vectors">The type of several vectors.</param>
    string Head(string vectors);

    /// <summary>The statements of the method.</summary>
    /// <param name="count">The number of vectors.</param>
    IEnumerable<string> Statements(int count);
}
