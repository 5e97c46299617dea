using System.Collections.Frozen;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>An experiment made ready to assign people. The same person always gets the same answer. Immutable, thread-safe.</summary>
public sealed class CompiledExperiment
{
    private readonly FrozenDictionary<string, string> _forced;
    private readonly Assignment[] _outside = new Assignment[Enum.GetValues<AssignmentReason>().Length];

    /// <param name="groups">The saved groups and segments its targeting names; by default there are none.</param>
    public CompiledExperiment(Experiment experiment, SavedGroups? groups = null)
        : this(experiment, PlanOf(experiment, groups))
    {
    }

    /// <param name="plan">By which people are spread, instead of the one the experiment's weights and coverage make.</param>
    public CompiledExperiment(Experiment experiment, AllocationPlan plan)
    {
        Experiment = experiment;
        Allocator = new Allocator(plan);
        _forced = experiment.Design.Forced.ToFrozenDictionary(StringComparer.Ordinal);
        foreach (var reason in Enum.GetValues<AssignmentReason>())
            _outside[(int)reason] = new Assignment(experiment, experiment.Variants[0], 0, false, reason, null);
    }

    public Experiment Experiment { get; }

    public Allocator Allocator { get; }

    public Assignment Assign(string personId, AttributeMap attributes, DateTimeOffset now) => Assign(new Applicant(personId, attributes, now));

    /// <param name="prerequisitesAreMet">Asked at most once; null where there are none.</param>
    public Assignment Assign(in Applicant applicant, Func<bool>? prerequisitesAreMet = null)
    {
        if (ForcedOf(applicant) is { } forced) return new Assignment(Experiment, Experiment.Variants[forced], forced, false, AssignmentReason.Forced, null);
        if (Experiment.Status != ExperimentStatus.Running) return _outside[(int)AssignmentReason.NotRunning];
        if (applicant.Now < Experiment.StartsAt || applicant.Now >= Experiment.EndsAt) return _outside[(int)AssignmentReason.OutsideDates];
        if (applicant.IsHeldOut && !Experiment.Design.IgnoresHoldout) return _outside[(int)AssignmentReason.HeldOut];

        var place = Allocator.Allocate(applicant, prerequisitesAreMet);
        if (!place.IsServed && place.Bucket is null) return _outside[(int)place.Reason];
        return new Assignment(Experiment, Experiment.Variants[place.Variant], place.Variant, place.Counts, place.Reason, place.Bucket);
    }

    /// <summary>The experiment in the words of its plan.</summary>
    /// <param name="groups">As with the constructor.</param>
    public static AllocationPlan PlanOf(Experiment experiment, SavedGroups? groups = null) => new()
    {
        ExperimentId = experiment.Id,
        Variants = [.. experiment.Variants.Select(variant => variant.Key)],
        Ranges = BucketRanges.Of(experiment.Variants.Count, experiment.TrafficAllocation, [.. experiment.Variants.Select(variant => variant.Weight)]),
        Seed = experiment.Seed,
        HashVersion = experiment.HashVersion,
        HashAttribute = experiment.Design.HashAttribute,
        FallbackAttribute = experiment.Design.FallbackAttribute,
        Filters = experiment.Design.Filters,
        Namespace = experiment.Design.Namespace,
        Targets = experiment.Targeting is { } targeting ? ConditionCompiler.Compile(targeting.Condition, groups ?? SavedGroups.Empty) : null,
        IsSticky = experiment.Design.IsSticky,
        BucketVersion = experiment.Design.BucketVersion,
        MinBucketVersion = experiment.Design.MinBucketVersion,
        Released = experiment.Design.Released is { } released ? IndexOf(experiment, released) : null,
    };

    /// <summary>Testers see what has not started yet, too; what is over is over for them as well.</summary>
    private int? ForcedOf(in Applicant applicant)
    {
        if (Experiment.Status == ExperimentStatus.Completed) return null;
        string? variant = null;
        if (applicant.Forced?.TryGetValue(Experiment.Key, out variant) is not true && _forced.Count > 0 && applicant.PersonId is { } person)
            _forced.TryGetValue(person, out variant);
        return variant is not null && IndexOf(Experiment, variant) is >= 0 and var index ? index : null;
    }

    private static int IndexOf(Experiment experiment, string variant)
    {
        for (var i = 0; i < experiment.Variants.Count; i++)
            if (experiment.Variants[i].Key == variant) return i;
        return -1;
    }
}
