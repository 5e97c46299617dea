using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration;

/// <summary>Experiments. From the first start on, what decides who gets which variant stays as it is.</summary>
public sealed class ExperimentDesk(IDefinitions<Experiment> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time)
    : DefinitionDesk<Experiment>(store, news, named, time, ExperimentDocument.Read, "Another experiment has this key.")
{
    protected override IReadOnlyList<PlacedCondition> ConditionsOf(Experiment definition) => PlacedCondition.Of(definition);

    protected override string? WhyNotAdd(Experiment added) => added.Status is ExperimentStatus.Draft or ExperimentStatus.Running
        ? null
        : $"An experiment begins as draft or running, not {added.Status.Name()}.";

    protected override string? WhyNotReplace(Experiment present, Experiment next)
    {
        if (next.Status != present.Status && !present.Status.Next().Contains(next.Status))
        {
            var possible = string.Join(" or ", present.Status.Next().Select(status => status.Name()));
            return $"From {present.Status.Name()} an experiment can become {(possible.Length > 0 ? possible : "nothing else")}, not {next.Status.Name()}.";
        }

        if (present.Status == ExperimentStatus.Draft) return null;
        if (next.Key != present.Key) return "The key of an experiment that was started cannot change.";
        if (next.Seed != present.Seed) return "The seed of an experiment that was started cannot change: it would move people between variants.";
        if (next.HashVersion != present.HashVersion || next.Design.HashAttribute != present.Design.HashAttribute)
            return "What is hashed, and how, cannot change in an experiment that was started: it would move people between variants.";
        if (next.Design.BucketVersion < present.Design.BucketVersion) return "The bucket version of an experiment that was started can only rise.";
        return next.Variants.Select(variant => variant.Key).SequenceEqual(present.Variants.Select(variant => variant.Key))
            ? null
            : "The variants of an experiment that was started cannot be added, removed or reordered.";
    }
}
