using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LossGen.Kernels;

/// <summary>
/// A thread and those of the thread pool that come to its help. All take the number of the next chunk until there is none. The
/// thread waits for those that have joined, and only for them: where the pool is busy it does everything itself. Each thread keeps
/// one team for all its calls, and a call allocates nothing.
/// </summary>
internal sealed unsafe class ThreadTeam : IThreadPoolWorkItem
{
    private const long OnePlace = 1L << 32;
    private const long Members = OnePlace - 1;

    [ThreadStatic]
    private static ThreadTeam? own;

    private void* _work;
    private delegate*<void*, int, void> _run;
    private int _chunks;
    private int _taken;

    // The helpers that are inside, and above them how many more may join. Work is read only between joining and leaving, and
    // there is work as long as this is not 0: a helper that comes late finds no place and touches nothing.
    private long _places;

    // How many times the team is in the queue of the pool. A helper that comes late serves the next call as well as one that would
    // be queued for that, so that the queue holds no more of them than one call wants, however long the pool is busy.
    private int _queued;

    /// <summary>Runs all chunks on the calling thread and on as many others as there are, up to that number of threads.</summary>
    /// <remarks>
    /// The helpers get the address of the caller's struct, and with it spans. That needs no pinning. The struct stays where it is: a
    /// parameter of a ref struct type is on the stack, and its frame lasts until all helpers have left. Since its address is
    /// taken, the collector reports its references for as long as the frame lasts, and updates them there when it moves an array. A
    /// helper copies a reference to a frame or register of its own in one load, with no safe point within, so that the copy is
    /// reported, too.
    /// </remarks>
    public static void Run<TWork>(ref TWork work, int chunks, int threads)
        where TWork : struct, IChunkedWork, allows ref struct
    {
        own ??= new();
        own.Run(Unsafe.AsPointer(ref work), &RunChunk<TWork>, chunks, Math.Min(threads, chunks) - 1);
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Decrement(ref _queued);
        if (TryJoin())
        {
            TakeChunks();
            Interlocked.Decrement(ref _places);
        }
    }

    private static void RunChunk<TWork>(void* work, int chunk)
        where TWork : struct, IChunkedWork, allows ref struct => Unsafe.AsRef<TWork>(work).Run(chunk);

    private void Run(void* work, delegate*<void*, int, void> run, int chunks, int helpers)
    {
        _work = work;
        _run = run;
        _chunks = chunks;
        _taken = 0;
        Interlocked.Exchange(ref _places, helpers * OnePlace);
        try
        {
            // after the places are there: whoever is still counted in the queue will see them
            for (int queued = Volatile.Read(ref _queued); queued < helpers; queued++)
            {
                Interlocked.Increment(ref _queued);
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }

            TakeChunks();
        }
        finally
        {
            Interlocked.And(ref _places, Members);
            Wait();
        }
    }

    private bool TryJoin()
    {
        long places = Volatile.Read(ref _places);
        while (places >= OnePlace)
        {
            long before = Interlocked.CompareExchange(ref _places, places - OnePlace + 1, places);
            if (before == places)
            {
                return true;
            }

            places = before;
        }

        return false;
    }

    private void TakeChunks()
    {
        for (int chunk = Interlocked.Increment(ref _taken) - 1; chunk < _chunks; chunk = Interlocked.Increment(ref _taken) - 1)
        {
            _run(_work, chunk);
        }
    }

    // A helper has one chunk left at most, some microseconds but for the longest of rows: no time to sleep.
    private void Wait()
    {
        SpinWait spin = default;
        while (Volatile.Read(ref _places) != 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }
}
