using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Named;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>
/// Saved groups and segments as stored: for conditions to use, and to refuse what would name something that is not there. Two
/// writers in the same moment can get past that; whoever is named and not there then has no members.
/// </summary>
public sealed class NamedDefinitions(
    IDefinitions<SavedGroup> groups, IDefinitions<Segment> segments, IDefinitions<ContentRule> rules, IDefinitions<Experiment> experiments,
    IDefinitions<LeadModel>? models = null)
{
    private const int MostUsersTold = 10;

    /// <param name="read">Takes what was read, and at which version.</param>
    public async Task<SavedGroups> ReadAsync(CancellationToken cancellationToken, ICollection<DefinitionReference>? read = null)
    {
        var savedGroups = await groups.AllAsync(cancellationToken);
        var savedSegments = await segments.AllAsync(cancellationToken);
        foreach (var group in savedGroups) read?.Add(new DefinitionReference(groups.Kind, group.Id, group.Version));
        foreach (var segment in savedSegments) read?.Add(new DefinitionReference(segments.Kind, segment.Id, segment.Version));
        return SavedGroupsOf([.. savedGroups.Select(group => group.Value)], [.. savedSegments.Select(segment => segment.Value)]);
    }

    /// <summary>The same of definitions that come from elsewhere.</summary>
    public static SavedGroups SavedGroupsOf(IReadOnlyList<SavedGroup> groups, IReadOnlyList<Segment> segments) => new(
        groups.Select(group => KeyValuePair.Create(group.Key, group.Values)),
        segments.Select(segment => KeyValuePair.Create(segment.Key, segment.Condition.Condition)))
    {
        Texts = new SavedTexts(
            groups.ToDictionary(group => group.Key, group => group.ValuesJson, StringComparer.Ordinal),
            segments.ToDictionary(segment => segment.Key, segment => segment.Condition.Json, StringComparer.Ordinal)),
    };

    /// <summary>What is wrong with what the conditions name.</summary>
    public Task<IReadOnlyList<DocumentFault>> FaultsAsync(IReadOnlyList<PlacedCondition> conditions, CancellationToken cancellationToken) =>
        conditions.Any(condition => NamedReferences.Of(condition.Condition).Any())
            ? FindFaultsAsync(names => names.FaultsOf(conditions), cancellationToken)
            : Task.FromResult<IReadOnlyList<DocumentFault>>([]);

    /// <summary>What is wrong with what a segment names, and with what those that name it would become.</summary>
    public Task<IReadOnlyList<DocumentFault>> FaultsAsync(Segment segment, CancellationToken cancellationToken) =>
        FindFaultsAsync(names => names.FaultsOf(segment), cancellationToken);

    /// <summary>Who names a group or a segment, as one would speak of them: <c>rule 7 "Hot leads"</c>.</summary>
    public async Task<IReadOnlyList<string>> UsersOfAsync(NamedKind kind, string key, CancellationToken cancellationToken)
    {
        return
        [
            .. (await rules.AllAsync(cancellationToken)).Where(rule => Name(PlacedCondition.Of(rule.Value)))
                .Select(rule => $"rule {rule.Id} \"{rule.Value.Name}\""),
            .. (await experiments.AllAsync(cancellationToken)).Where(experiment => Name(PlacedCondition.Of(experiment.Value)))
                .Select(experiment => $"experiment \"{experiment.Value.Key}\""),
            .. (await segments.AllAsync(cancellationToken)).Where(segment => Name(PlacedCondition.Of(segment.Value)))
                .Select(segment => $"segment \"{segment.Value.Key}\""),
            .. (models is null ? [] : await models.AllAsync(cancellationToken)).Where(model => Name(PlacedCondition.Of(model.Value)))
                .Select(model => $"scoring model \"{model.Value.Key}\""),
        ];

        bool Name(IReadOnlyList<PlacedCondition> conditions) => conditions.Any(condition =>
            NamedReferences.Of(condition.Condition).Any(named => named.Kind == kind && named.Key == key));
    }

    /// <summary>Why a group or segment can be neither removed nor called otherwise: somebody names it.</summary>
    public async Task<string?> WhyNotLoseAsync(NamedKind kind, string key, bool isRenamed, CancellationToken cancellationToken)
    {
        var users = await UsersOfAsync(kind, key, cancellationToken);
        if (users.Count == 0) return null;
        var told = string.Join(", ", users.Take(MostUsersTold));
        if (users.Count > MostUsersTold) told += $" and {users.Count - MostUsersTold} more";
        return isRenamed ? $"The key cannot change while it is named by {told}." : $"It cannot be removed while it is named by {told}.";
    }

    private async Task<IReadOnlyList<DocumentFault>> FindFaultsAsync(
        Func<SavedNames, IReadOnlyList<DocumentFault>> find, CancellationToken cancellationToken) => find(new SavedNames(
        (await groups.AllAsync(cancellationToken)).Select(group => group.Value.Key),
        (await segments.AllAsync(cancellationToken)).Select(segment => segment.Value)));
}
