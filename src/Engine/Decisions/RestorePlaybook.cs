using System.Text.Json;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Decisions;

/// <summary>
/// Makes a playbook of the past again, out of the stored versions of what it was made of. A definition that has no history yet is
/// taken as it is, as long as it has not changed since.
/// </summary>
public sealed class RestorePlaybook(
    IDefinitionHistory history,
    IDefinitions<ContentRule> rules,
    IDefinitions<Experiment> experiments,
    IDefinitions<SavedGroup> groups,
    IDefinitions<Segment> segments)
{
    private Kept? _last;

    public async Task<RestoredPlaybook> RunAsync(PlaybookContents contents, CancellationToken cancellationToken)
    {
        // Whoever looks at one decision after the other mostly looks at those of one playbook.
        if (Volatile.Read(ref _last) is { } kept && kept.Contents.IsLike(contents)) return kept.Restored;
        var restored = await RestoreAsync(contents, cancellationToken);
        Volatile.Write(ref _last, new Kept(contents, restored));
        return restored;
    }

    private async Task<RestoredPlaybook> RestoreAsync(PlaybookContents contents, CancellationToken cancellationToken)
    {
        var lost = new List<string>();
        var named = NamedDefinitions.SavedGroupsOf(
            await ReadAsync(groups, contents, SavedGroupDocument.Read, lost, cancellationToken),
            await ReadAsync(segments, contents, SegmentDocument.Read, lost, cancellationToken));
        var ruled = (await ReadAsync(rules, contents, ContentRuleDocument.Read, lost, cancellationToken, (rule, id) => rule with { Id = id }))
            .Select(rule => rule with { Holdout = rule.Holdout ?? contents.RuleHoldout });
        var tested = await ReadAsync(experiments, contents, ExperimentDocument.Read, lost, cancellationToken, (one, id) => one with { Id = id });
        var fallbacks = contents.Fallbacks.Names.ToDictionary(name => name, name => contents.Fallbacks[name], StringComparer.Ordinal);
        var playbook = Playbook.Of(
            new RuleSet(ruled, named), tested.OrderBy(one => one.Id).Select(one => new CompiledExperiment(one, named)), fallbacks, contents.Version);
        return new RestoredPlaybook(
            playbook with { Holdout = contents.Holdout, RuleHoldout = contents.RuleHoldout, Definitions = contents.Definitions }, lost);
    }

    private async Task<List<T>> ReadAsync<T>(
        IDefinitions<T> store, PlaybookContents contents, Func<JsonElement, Parsed<T>> read, List<string> lost, CancellationToken cancellationToken,
        Func<T, long, T>? named = null)
        where T : class
    {
        var found = new List<T>();
        foreach (var reference in contents.Definitions.Where(one => one.Kind == store.Kind))
        {
            if (await ReadAsync(store, reference, read, cancellationToken) is { } definition) found.Add(named?.Invoke(definition, reference.Id) ?? definition);
            else lost.Add($"{DefinitionKinds.NameOf(reference.Kind)} {reference.Id} is not known any more as it was at version {reference.Version}");
        }

        return found;
    }

    private async Task<T?> ReadAsync<T>(
        IDefinitions<T> store, DefinitionReference reference, Func<JsonElement, Parsed<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        var version = await history.FindAsync(reference.Kind, reference.Id, reference.Version, cancellationToken);
        if (version?.Document is { } document && read(document) is { Succeeded: true } parsed) return parsed.Value;
        return await store.FindAsync(reference.Id, cancellationToken) is { } live && live.Version == reference.Version ? live.Value : null;
    }

    private sealed record Kept(PlaybookContents Contents, RestoredPlaybook Restored);
}
