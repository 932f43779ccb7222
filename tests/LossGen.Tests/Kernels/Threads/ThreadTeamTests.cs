using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Kernels;
using LossGen.Tests.Contract;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Threads;

/// <summary>The team of threads on its own, with the thread pool idle, busy and full.</summary>
[Collection(nameof(Undisturbed))]
public sealed class ThreadTeamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 2)]
    [InlineData(1000, 1)]
    [InlineData(1000, 2)]
    [InlineData(1000, 7)]
    public void Every_chunk_is_run_once(int chunks, int threads)
    {
        int[] times = new int[chunks];
        Run(chunk => Interlocked.Increment(ref times[chunk]), chunks, threads);

        times.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public void Another_thread_helps()
    {
        // each of two chunks waits for the other one to begin
        using CountdownEvent begun = new(2);
        int[] by = new int[2];
        Run(
            chunk =>
            {
                by[chunk] = Environment.CurrentManagedThreadId;
                begun.Signal();
                begun.Wait(Patience).ShouldBeTrue();
            },
            2,
            2);

        by[0].ShouldNotBe(by[1]);
        by.ShouldContain(Environment.CurrentManagedThreadId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void There_are_no_more_threads_at_a_time_than_allowed(int threads)
    {
        int now = 0;
        int most = 0;
        for (int call = 0; call < 20; call++)
        {
            Run(
                _ =>
                {
                    int count = Interlocked.Increment(ref now);
                    InterlockedMax(ref most, count);
                    Thread.Sleep(1);
                    Interlocked.Decrement(ref now);
                },
                16,
                threads);
        }

        most.ShouldBeInRange(1, threads);
    }

    [Fact]
    public void Where_the_pool_is_full_the_caller_does_all_and_late_helpers_do_nothing()
    {
        const int Calls = 500;
        using FullPool pool = new();
        HashSet<int> by = [];
        int[] times = new int[64];
        long pending = ThreadPool.PendingWorkItemCount;
        for (int call = 0; call < Calls; call++)
        {
            Run(
                chunk =>
                {
                    times[chunk]++;
                    by.Add(Environment.CurrentManagedThreadId);
                },
                times.Length,
                4);
        }

        by.ShouldBe([Environment.CurrentManagedThreadId]);
        times.ShouldAllBe(count => count == Calls);

        // what waits there is what one call asked for
        (ThreadPool.PendingWorkItemCount - pending).ShouldBeLessThan(20);
        pool.Release();
        SpinWait.SpinUntil(() => ThreadPool.PendingWorkItemCount == 0, Patience).ShouldBeTrue();
        times.ShouldAllBe(count => count == Calls);
    }

    [Fact]
    public void Helpers_come_back_after_the_pool_was_full()
    {
        using (FullPool pool = new())
        {
            Run(_ => { }, 8, 3);
        }

        Another_thread_helps();
    }

    [Fact]
    public void Teams_of_many_threads_do_not_mix()
    {
        long[] sums = new long[16];
        Thread[] callers = [.. Enumerable.Range(0, sums.Length).Select(caller => new Thread(() =>
        {
            for (int call = 0; call < 200; call++)
            {
                Run(chunk => Interlocked.Add(ref sums[caller], chunk + 1), 20, 3);
            }
        }))];
        Array.ForEach(callers, thread => thread.Start());
        Array.ForEach(callers, thread => thread.Join());

        sums.ShouldAllBe(sum => sum == 200 * 210);
    }

    [Fact]
    public void Calls_from_all_threads_of_the_pool_wait_for_no_one()
    {
        long sum = 0;
        Parallel.For(0, 200, _ => Run(chunk => Interlocked.Add(ref sum, chunk), 11, 5));

        sum.ShouldBe(200 * 55);
    }

    [Fact]
    public void An_exception_of_the_caller_leaves_nobody_behind()
    {
        int caller = Environment.CurrentManagedThreadId;
        int running = 0;
        for (int call = 0; call < 50; call++)
        {
            Should.Throw<InvalidOperationException>(() => Run(
                _ =>
                {
                    if (Environment.CurrentManagedThreadId == caller)
                    {
                        throw new InvalidOperationException();
                    }

                    Interlocked.Increment(ref running);
                    Thread.SpinWait(1000);
                    Interlocked.Decrement(ref running);
                },
                1000,
                3));

            running.ShouldBe(0);
        }

        Every_chunk_is_run_once(100, 3);
    }

    [Fact]
    public void A_call_allocates_nothing_but_what_the_pool_does()
    {
        const int Calls = 2000;
        CallMany().ShouldBe(Calls * (20_540.0 + 21_253_400));
        long ofCaller = GC.GetAllocatedBytesForCurrentThread();
        long ofAll = GC.GetTotalAllocatedBytes(precise: true);

        CallMany();

        // less than the smallest object per call
        (GC.GetAllocatedBytesForCurrentThread() - ofCaller).ShouldBeLessThan(8 * Calls);
        (GC.GetTotalAllocatedBytes(precise: true) - ofAll).ShouldBeLessThan(16 * Calls);

        static double CallMany()
        {
            double sum = 0;
            for (int call = 0; call < Calls; call++)
            {
                sum += OrderedSum.Over<Squares, double>(new(1), 40, 3) + OrderedSum.Over<Squares, double>(new(1), 400, 3);
            }

            return sum;
        }
    }

    [Fact]
    public void Sums_are_taken_in_order()
    {
        // 1 + 1e16 - 1e16 is 0 from left to right, and 1e16 - 1e16 + 1 is not
        OrderedSum.Over<Cancelling, double>(default, 300, 3).ShouldBe(0);
        OrderedSum.Over<Squares, double>(new(0.1), 300, 7).ShouldBe(OrderedSum.Over<Squares, double>(new(0.1), 300, 1));
    }

    [Fact]
    public void An_array_may_be_moved_while_helpers_write_to_it()
    {
        const int Wanted = 1;
        int moved = 0;
        bool isRight = true;
        int[] expected = [.. Enumerable.Range(0, 4_000)];
        using CancellationTokenSource stop = new();
        Thread collector = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
        });
        collector.Start();
        for (Stopwatch time = Stopwatch.StartNew(); moved < Wanted && time.Elapsed < Patience;)
        {
            // which is gone with the next collection
            GC.KeepAlive(new byte[5_000]);
            int[] values = new int[expected.Length];
            nint before = AddressOf(values);
            Numbers work = new(values, 40);
            ThreadTeam.Run(ref work, 100, 3);
            moved += AddressOf(values) == before ? 0 : 1;
            isRight &= values.AsSpan().SequenceEqual(expected);
        }

        stop.Cancel();
        collector.Join();
        isRight.ShouldBeTrue();
        moved.ShouldBe(Wanted);
    }

    private static unsafe nint AddressOf(int[] values) => (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref values[0]);

    private static void Run(Action<int> action, int chunks, int threads)
    {
        Actions work = new(action);
        ThreadTeam.Run(ref work, chunks, threads);
    }

    private static void InterlockedMax(ref int largest, int value)
    {
        for (int seen = Volatile.Read(ref largest); seen < value; seen = Volatile.Read(ref largest))
        {
            Interlocked.CompareExchange(ref largest, value, seen);
        }
    }

    private readonly ref struct Actions(Action<int> action) : IChunkedWork
    {
        private readonly Action<int> _action = action;

        public void Run(int chunk) => _action(chunk);
    }

    private readonly ref struct Squares(double factor) : IChunkedSum<double>
    {
        private readonly double _factor = factor;

        public double Evaluate(int chunk) => _factor * chunk * chunk;
    }

    private readonly ref struct Cancelling : IChunkedSum<double>
    {
        public double Evaluate(int chunk) => (chunk % 3) switch { 0 => 1, 1 => 1e16, _ => -1e16 };
    }

    /// <summary>Writes the numbers of its places through a span, slowly.</summary>
    private readonly ref struct Numbers(Span<int> values, int length) : IChunkedWork
    {
        private readonly Span<int> _values = values;
        private readonly int _length = length;

        public void Run(int chunk)
        {
            Span<int> part = _values.Slice(chunk * _length, _length);
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = (chunk * _length) + i;
                Thread.SpinWait(20);
            }
        }
    }

    /// <summary>More work than the pool has threads, which all wait.</summary>
    private sealed class FullPool : IDisposable
    {
        private const int Count = 400;

        private readonly ManualResetEventSlim _release = new();
        private readonly CountdownEvent _left = new(Count);

        public FullPool()
        {
            for (int i = 0; i < Count; i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(
                    _ =>
                    {
                        _release.Wait();
                        _left.Signal();
                    },
                    null);
            }
        }

        public void Release()
        {
            _release.Set();
            _left.Wait(Patience).ShouldBeTrue();
        }

        public void Dispose()
        {
            Release();
            _release.Dispose();
            _left.Dispose();
        }
    }
}
