using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>What conditions can be built of, by looking at some of the people stored; looked up anew every few minutes.</summary>
public sealed class TellVocabulary(
    IPeopleListing people, AttributesOfPeople attributes, IDefinitions<SavedGroup> groups, IDefinitions<Segment> segments, PlaybookKeeper playbooks,
    TimeProvider time)
{
    private const int AtEachPlace = 50;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    /// <summary>Ids are looked at from several places of their order on, for those beside one another are often alike.</summary>
    private static readonly string[] Places = ["", "5", "b", "j", "r", "u-5"];

    private (DateTimeOffset At, IReadOnlyList<KnownAttribute> Seen)? _seen;

    public async Task<ConditionVocabulary> RunAsync(CancellationToken cancellationToken)
    {
        var (now, playbook) = (time.GetUtcNow(), playbooks.Current);
        if (_seen is not { } kept || now - kept.At > Freshness)
            _seen = kept = (now, await LookAsync(playbook, now, cancellationToken));

        var experiments = playbook.Experiments.Select(one => one.Experiment).Select(experiment => new KnownAttribute(
            $"experiments.{experiment.Key}", "text", [.. experiment.Variants.Select(variant => variant.Key)]));
        return new ConditionVocabulary(
            [.. experiments.Concat(StandingAttributes.All).Concat(kept.Seen).GroupBy(one => one.Path, StringComparer.Ordinal)
                .Select(same => same.First() with { Values = same.Select(one => one.Values).FirstOrDefault(values => values.Count > 0) ?? [] })
                .OrderBy(one => one.Path, StringComparer.Ordinal)],
            [.. (await groups.AllAsync(cancellationToken)).Select(group => group.Value.Key).Order(StringComparer.Ordinal)],
            [.. (await segments.AllAsync(cancellationToken)).Select(segment => segment.Value.Key).Order(StringComparer.Ordinal)],
            playbook.Slots);
    }

    private async Task<IReadOnlyList<KnownAttribute>> LookAsync(Playbook playbook, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = new SeenAttributes();
        foreach (var place in Places)
        {
            var page = await people.ListAsync(place, AtEachPlace, cancellationToken);
            foreach (var (_, known) in await attributes.OfAsync(page, playbook, [], now, cancellationToken)) seen.Take(known);
        }

        return [.. seen.Known];
    }
}
