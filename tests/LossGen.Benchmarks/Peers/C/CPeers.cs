using System;
using System.Collections.Generic;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.Peers.C;

/// <summary>What gcc makes of losses.c; nothing where there is no gcc.</summary>
internal sealed class CPeers : IDisposable
{
    private readonly CLibrary? _accurate;
    private readonly CLibrary? _fast;

    public CPeers(CCompiler? compiler)
    {
        _accurate = compiler is null ? null : CLibrary.Compile(compiler);
        // loses the digits of small e, and is faster
        _fast = compiler is null ? null : CLibrary.Compile(compiler, "-DLOG1P(e)=logf(1 + (e))");
    }

    public IEnumerable<Peer<float>> Elementwise(string function) => _accurate is null || _fast is null ? [] :
        [new(Columns.Gcc, _accurate.Elementwise(function)), new(Columns.GccWithoutLog1P, _fast.Elementwise(function))];

    public IEnumerable<Peer<int>> Rows(string function) => _accurate is null ? [] : [new(Columns.Gcc, _accurate.Rows(function))];

    public void Dispose()
    {
        _accurate?.Dispose();
        _fast?.Dispose();
    }
}
