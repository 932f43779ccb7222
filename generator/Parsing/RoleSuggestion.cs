using System.Collections.Generic;

namespace LossGen.Generator.Parsing;

/// <summary>Which role an unknown parameter name was meant to be.</summary>
internal static class RoleSuggestion
{
    /// <summary>The nearest of the roles, or null where none is near: more than half of the letters differ.</summary>
    public static Role? Nearest(string name, IEnumerable<Role> roles) => Spelling.Nearest(name, roles, role => role.Name);
}
