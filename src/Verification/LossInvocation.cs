namespace LossGen;

/// <summary>Calls a loss method with the arguments that its signature has.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="arguments">The arguments by role.</param>
/// <returns>What the loss method returns; 0 for a <c>void</c> method.</returns>
public delegate double LossInvocation<T>(LossArguments<T> arguments)
    where T : unmanaged;
