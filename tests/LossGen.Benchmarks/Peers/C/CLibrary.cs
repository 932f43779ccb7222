using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Peers.C;

/// <summary>losses.c, compiled for this machine and loaded.</summary>
internal sealed unsafe class CLibrary : IDisposable
{
    private readonly nint _handle;

    private CLibrary(nint handle) => _handle = handle;

    /// <summary>Compiles the losses.</summary>
    /// <param name="compiler">The C compiler of the machine.</param>
    /// <param name="options">What to optimise for.</param>
    public static CLibrary Compile(CCompiler compiler, params string[] options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lossgen-benchmarks-");
        try
        {
            string source = Path.Combine(folder.FullName, "losses.c");
            using (Stream embedded = Assembly.GetExecutingAssembly().GetManifestResourceStream("losses.c")!)
            using (FileStream file = File.Create(source))
            {
                embedded.CopyTo(file);
            }

            // a library that is loaded does not need its file any more
            return new CLibrary(NativeLibrary.Load(compiler.Compile(source, options)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A loss of elements.</summary>
    public CombinedLoss<float, float> Elementwise(string function)
    {
        delegate* unmanaged<float*, float*, float*, nint, float> loss =
            (delegate* unmanaged<float*, float*, float*, nint, float>)NativeLibrary.GetExport(_handle, function);
        return (logits, targets, gradient) =>
        {
            fixed (float* z = logits, y = targets, g = gradient)
            {
                return loss(z, y, g, logits.Length);
            }
        };
    }

    /// <summary>A loss of rows of classes.</summary>
    public CombinedLoss<float, int> Rows(string function)
    {
        delegate* unmanaged<float*, int*, float*, nint, nint, float> loss =
            (delegate* unmanaged<float*, int*, float*, nint, nint, float>)NativeLibrary.GetExport(_handle, function);
        return (logits, labels, gradient) =>
        {
            fixed (float* z = logits, g = gradient)
            fixed (int* c = labels)
            {
                return loss(z, c, g, labels.Length, logits.Length / labels.Length);
            }
        };
    }

    public void Dispose() => NativeLibrary.Free(_handle);
}
