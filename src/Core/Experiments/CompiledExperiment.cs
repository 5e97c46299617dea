using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>An experiment made ready to assign people. The same person always gets the same answer. Immutable, thread-safe.</summary>
public sealed class CompiledExperiment
{
    private readonly ConditionPredicate? _targets;
    private readonly BucketRange[] _ranges;
    private readonly Assignment _notRunning;
    private readonly Assignment _outsideDates;
    private readonly Assignment _notTargeted;

    /// <param name="groups">The saved groups and segments its targeting names; by default there are none.</param>
    public CompiledExperiment(Experiment experiment, SavedGroups? groups = null)
    {
        Experiment = experiment;
        _targets = experiment.Targeting is { } targeting ? ConditionCompiler.Compile(targeting.Condition, groups ?? SavedGroups.Empty) : null;
        _ranges = BucketRanges.Of(
            experiment.Variants.Count, experiment.TrafficAllocation, [.. experiment.Variants.Select(variant => variant.Weight)]);
        _notRunning = Outside(AssignmentReason.NotRunning);
        _outsideDates = Outside(AssignmentReason.OutsideDates);
        _notTargeted = Outside(AssignmentReason.NotTargeted);
    }

    public Experiment Experiment { get; }

    public Assignment Assign(string personId, AttributeMap attributes, DateTimeOffset now)
    {
        if (Experiment.Status != ExperimentStatus.Running) return _notRunning;
        if (now < Experiment.StartsAt || now >= Experiment.EndsAt) return _outsideDates;
        if (_targets is not null && !_targets(attributes)) return _notTargeted;

        var bucket = Bucketing.Hash(Experiment.Seed, personId, Experiment.HashVersion);
        var index = bucket is { } place ? BucketRanges.Choose(place, _ranges) : -1;
        return index < 0
            ? Outside(AssignmentReason.NotAllocated) with { Bucket = bucket }
            : new Assignment(Experiment, Experiment.Variants[index], index, true, AssignmentReason.Allocated, bucket);
    }

    private Assignment Outside(AssignmentReason reason) => new(Experiment, Experiment.Variants[0], 0, false, reason, null);
}
