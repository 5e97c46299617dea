using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.Listing;

/// <summary>
/// The rules in the order they are asked, a page at a time, with what there is to say of each. The rules themselves are those in
/// memory; what the store is asked for is about one page.
/// </summary>
public sealed class ListRules(
    RuleDesk desk, PlaybookKeeper playbooks, IDrafts drafts, IDefinitionHistory history, KeptRuleResults results, TimeProvider time)
{
    private (long Version, DateTimeOffset At, ILookup<long, RuleFinding> Findings)? _found;

    public async Task<ListedRules> RunAsync(RuleQuestion question, CancellationToken cancellationToken)
    {
        var (now, playbook) = (time.GetUtcNow(), playbooks.Current);
        var waiting = (await drafts.WaitingAsync(desk.Kind, cancellationToken)).ToDictionary(draft => draft.DefinitionId);
        List<ContentRule> everything = [.. playbook.Rules.Rules.Select(rule => rule.Rule).Concat(playbook.Rules.Inactive)];
        var asked = everything
            .Where(rule => Fits(rule, question, now) && (!question.HasDraft || waiting.ContainsKey(rule.Id)))
            .OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Id).ToList();
        var page = asked.Where(rule => question.After?.IsBefore(rule.Priority, rule.Id) != false).Take(question.Limit + 1).ToList();
        var shown = page.Take(question.Limit).ToList();

        long[] ids = [.. shown.Select(rule => rule.Id)];
        var latest = (await history.LatestAsync(desk.Kind, ids, cancellationToken)).ToDictionary(version => version.DefinitionId);
        var known = await results.OfAsync(ids, cancellationToken);
        var findings = Findings(playbook.Version, now);
        return new ListedRules(
            [
                .. shown.Select(rule => new ListedRule(
                    rule, StateOf(rule, now), SlotsOf(rule), waiting.GetValueOrDefault(rule.Id), latest.GetValueOrDefault(rule.Id),
                    [.. findings[rule.Id]], known.GetValueOrDefault(rule.Id))),
            ],
            asked.Count,
            page.Count > shown.Count ? new RulePlace(shown[^1].Priority, shown[^1].Id) : null,
            [.. playbook.Slots.Union(everything.SelectMany(SlotsOf)).Order(StringComparer.Ordinal)],
            everything.Count);
    }

    public static RuleState StateOf(ContentRule rule, DateTimeOffset now) => (rule.Active, now < rule.StartsAt, now >= rule.EndsAt) switch
    {
        (false, _, _) => RuleState.Off,
        (_, true, _) => RuleState.Scheduled,
        (_, _, true) => RuleState.Ended,
        _ => RuleState.Active,
    };

    public static IReadOnlyList<string> SlotsOf(ContentRule rule) =>
        [.. rule.Actions.OfType<ShowContent>().Select(show => show.Slot).Distinct(StringComparer.Ordinal)];

    private static bool Fits(ContentRule rule, RuleQuestion question, DateTimeOffset now) =>
        (question.State is not { } state || StateOf(rule, now) == state)
        && (question.Slot is not { } slot || SlotsOf(rule).Contains(slot))
        && (question.Text is not { } text || rule.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || rule.Description?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What can be proved of the rules themselves; it changes with them, and with the time when some end.</summary>
    private ILookup<long, RuleFinding> Findings(long version, DateTimeOffset now)
    {
        if (_found is { } kept && kept.Version == version && now - kept.At < TimeSpan.FromMinutes(5)) return kept.Findings;
        var found = new RuleFinder(playbooks.Current.Rules.Rules.Select(rule => rule.Rule), now).Find().ToLookup(finding => finding.Rule.Id);
        _found = (version, now, found);
        return found;
    }
}
