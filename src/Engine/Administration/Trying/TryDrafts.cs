using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions.Behaviour;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>Tries drafts on the people seen lately, beside the rules in force; nothing is stored or counted.</summary>
public sealed class TryDrafts(PeopleSample sample, DraftReader reader, PlaybookKeeper playbooks, TimeProvider time)
{
    public const int MaxDrafts = 20, MaxDays = 400, DefaultDays = 30, MaxPeople = 100_000, DefaultPeople = 10_000;

    public async Task<Parsed<WhatIfReport>> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var asked = new DocumentReader(document);
        asked.RefuseUnknown("rules", "days", "people", "at");
        var days = asked.Integer("days", 1, MaxDays) ?? DefaultDays;
        var people = (int)(asked.Integer("people", 1, MaxPeople) ?? DefaultPeople);
        var now = time.GetUtcNow();
        var at = asked.Instant("at") ?? now;
        var drafts = await ReadAsync(asked, cancellationToken);
        if (asked.Faults.Count > 0) return Parsed.From<WhatIfReport>(asked, () => throw new InvalidOperationException());

        var live = playbooks.Current.Rules;
        var set = new DraftSet(live, drafts);
        var tally = new WhatIfTally(live, set, at);
        var drawn = await sample.DrawAsync(now - TimeSpan.FromDays(days), people, cancellationToken);
        var asks = ActPatterns.Of([.. playbooks.Current.Conditions, .. drafts.Select(draft => draft.Condition.Condition)], live.Groups);
        await foreach (var person in sample.ReadAsync(drawn.Ids, at, asks, cancellationToken)) tally.Take(person);
        var report = new WhatIfReport(
            drawn.Seen, tally.People, tally.Drafts, tally.Changed, tally.Shifts, tally.Quiet, at, time.GetElapsedTime(started));
        return Parsed.From(asked, () => report);
    }

    private async Task<List<ContentRule>> ReadAsync(DocumentReader asked, CancellationToken cancellationToken)
    {
        var drafts = new List<ContentRule>();
        foreach (var one in asked.Children("rules", 1, MaxDrafts))
        {
            one.RefuseUnknown("id", "rule");
            if (await reader.ReadAsync(one, cancellationToken) is { } draft) drafts.Add(draft);
        }

        if (drafts.Where(draft => draft.Id > 0).DistinctBy(draft => draft.Id).Count() < drafts.Count(draft => draft.Id > 0))
            asked.Fault("rules", "must be drafts of different rules");
        return drafts;
    }
}
