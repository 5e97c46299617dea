using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Administration.Vocabulary;

/// <summary>
/// What conditions can be built of, by looking at some of the people stored; looked up anew every few minutes. Nobody waits long
/// for that: until people have been looked at, what everybody can have is known.
/// </summary>
public sealed class TellVocabulary(
    IPeopleListing people, AttributesOfPeople attributes, IDefinitions<SavedGroup> groups, IDefinitions<Segment> segments, PlaybookKeeper playbooks,
    TimeProvider time)
{
    private const int AtEachPlace = 50;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5), Patience = TimeSpan.FromMilliseconds(80);

    /// <summary>Ids are looked at from several places of their order on, for those beside one another are often alike.</summary>
    private static readonly string[] Places = ["", "5", "b", "j", "r", "u-5"];

    private (DateTimeOffset At, Task<IReadOnlyList<KnownField>> Seen)? _looking;
    private IReadOnlyList<KnownField> _seen = [];

    public async Task<ConditionVocabulary> RunAsync(CancellationToken cancellationToken)
    {
        var (now, playbook) = (time.GetUtcNow(), playbooks.Current);
        if (_looking is not { } looking || looking.Seen.IsFaulted || now - looking.At > Freshness)
            _looking = looking = (now, Task.Run(() => LookAsync(playbook, now), CancellationToken.None));
        await Task.WhenAny(looking.Seen, Task.Delay(Patience, time, cancellationToken));
        if (looking.Seen.IsCompletedSuccessfully) _seen = await looking.Seen;

        var experiments = playbook.Experiments.Select(one => one.Experiment).Select(experiment => new KnownField(
            $"experiments.{experiment.Key}", "text", [.. experiment.Variants.Select(variant => variant.Key)]));
        return new ConditionVocabulary(
            [.. experiments.Concat(StandingAttributes.All).Concat(_seen).GroupBy(one => one.Path, StringComparer.Ordinal)
                .Select(same => same.First() with { Values = same.Select(one => one.Values).FirstOrDefault(values => values.Count > 0) ?? [] })
                .OrderBy(one => one.Path, StringComparer.Ordinal)],
            [.. (await groups.AllAsync(cancellationToken)).Select(group => group.Value.Key).Order(StringComparer.Ordinal)],
            [.. (await segments.AllAsync(cancellationToken)).Select(segment => segment.Value.Key).Order(StringComparer.Ordinal)],
            playbook.Slots);
    }

    private async Task<IReadOnlyList<KnownField>> LookAsync(Playbook playbook, DateTimeOffset now)
    {
        var seen = new SeenAttributes();
        foreach (var place in Places)
        {
            var page = await people.ListAsync(place, AtEachPlace, CancellationToken.None);
            foreach (var (_, known) in await attributes.OfAsync(page, playbook, [], now, CancellationToken.None)) seen.Take(known);
        }

        return [.. seen.Known];
    }
}
