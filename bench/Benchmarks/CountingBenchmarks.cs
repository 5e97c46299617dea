using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Engine.Overview.Minutes;

namespace PersonalizationEngine.Bench;

/// <summary>What the counts of the overview cost each decision: reading the clock, finding the cell, one addition.</summary>
[MemoryDiagnoser]
public class CountingBenchmarks
{
    private readonly MinuteCounts _counts = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    [Benchmark]
    public void Count() => _counts.Note(TimeSpan.FromMicroseconds(40), DecisionOutcome.Decided, isDegraded: false);

    [Benchmark]
    public void ReadTheClockAndCount() => _counts.Note(Stopwatch.GetElapsedTime(_started), DecisionOutcome.Decided, isDegraded: false);

    [Benchmark]
    public void Request() => _counts.NoteRequest();

    /// <summary>For the ten seconds' row, all cells full or empty.</summary>
    [Benchmark]
    public TakenCounts Take() => _counts.Take();
}
