using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Dashboard.Experiments;

/// <summary>An experiment and its part of a line it shares with others.</summary>
public sealed record LineHolder(long Id, string Key, IReadOnlyList<BucketRange> Ranges);
