using BenchmarkDotNet.Attributes;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Bench;

/// <summary>One assignment: hash and choice of the range.</summary>
[MemoryDiagnoser]
public class BucketingBenchmarks
{
    private readonly BucketRange[] _ranges = BucketRanges.Of(2, 1, null);

    [Benchmark]
    public int Assign() => BucketRanges.Choose(Bucketing.Hash("cta_wording", "user-1234567", 2)!.Value, _ranges);
}
