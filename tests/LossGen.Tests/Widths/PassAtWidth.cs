using LossGen.Kernels;

namespace LossGen.Tests.Widths;

/// <summary>Runs passes with vectors of one of the widths of <see cref="MachineWidths"/>.</summary>
internal static class PassAtWidth
{
    public static void Run<T, TPass>(int width, TPass pass, int count)
        where T : unmanaged
        where TPass : struct, IVectorPass<T>, allows ref struct
    {
        switch (width)
        {
            case 0: VectorPass.RunScalar<T, TPass>(pass, 0, (nuint)count); break;
            case 1: VectorPass.Run128<T, TPass>(pass, 0, (nuint)count); break;
            case 2: VectorPass.Run256<T, TPass>(pass, 0, (nuint)count); break;
            default: VectorPass.Run512<T, TPass>(pass, 0, (nuint)count); break;
        }
    }

    public static void Run<T, TPass>(int width, TPass pass)
        where T : unmanaged
        where TPass : struct, IRowPass<T>, allows ref struct
    {
        switch (width)
        {
            case 0: RowPass.RunScalar<T, TPass>(pass); break;
            case 1: RowPass.Run128<T, TPass>(pass); break;
            case 2: RowPass.Run256<T, TPass>(pass); break;
            default: RowPass.Run512<T, TPass>(pass); break;
        }
    }
}
