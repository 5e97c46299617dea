using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Evaluation;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>Counts, person by person, what would be otherwise with the drafts. Holdouts are left out of it on both sides.</summary>
internal sealed class WhatIfTally(RuleSet live, DraftSet drafts, DateTimeOffset at)
{
    private const int SampleSize = 5;

    private readonly string[] _slots = [.. live.Slots.Union(drafts.Rules.Slots, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    private readonly Dictionary<long, int> _before = [], _after = [], _matches = [];
    private readonly Dictionary<(string Slot, long? From, long? To), Shift> _shifts = [];
    private readonly CompiledRule[] _drafts = [.. drafts.Rules.Rules.Where(rule => drafts.Drafts.Any(draft => draft.Id == rule.Rule.Id))];

    public int People { get; private set; }

    public int Changed { get; private set; }

    public IReadOnlyList<SlotShift> Shifts =>
    [
        .. _shifts.OrderByDescending(shift => shift.Value.People).ThenBy(shift => shift.Key.Slot, StringComparer.Ordinal)
            .Select(shift => new SlotShift(shift.Key.Slot, shift.Value.From, shift.Value.To, shift.Value.People, shift.Value.Sample)),
    ];

    public IReadOnlyList<TriedDraft> Drafts =>
        [.. drafts.Drafts.Select(draft => new TriedDraft(draft, DraftSet.IsNew(draft), Of(_matches, draft), Of(_before, draft), Of(_after, draft)))];

    public IReadOnlyList<QuietRule> Quiet =>
    [
        .. live.Rules.Select(rule => new QuietRule(rule.Rule, Of(_before, rule.Rule)))
            .Where(rule => rule.Won > 0 && Of(_after, rule.Rule) == 0),
    ];

    public void Take(SampledPerson person)
    {
        var (now, then) = (live.Evaluate(person.Attributes, at), drafts.Rules.Evaluate(person.Attributes, at));
        var isChanged = false;
        foreach (var slot in _slots)
        {
            var (before, after) = (now.WinnerOf(slot), then.WinnerOf(slot));
            if (before?.Rule.Id == after?.Rule.Id && before?.Show.Content == after?.Show.Content) continue;
            isChanged = true;
            Note(slot, before?.Rule, after?.Rule, person.PersonId);
        }

        People++;
        if (isChanged) Changed++;
        Count(_before, now);
        Count(_after, then);
        foreach (var draft in _drafts)
            if (draft.Rule.IsInForce(at) && draft.Matches(person.Attributes)) _matches[draft.Rule.Id] = Of(_matches, draft.Rule) + 1;
    }

    private void Note(string slot, ContentRule? from, ContentRule? to, string personId)
    {
        var key = (slot, from?.Id, to?.Id);
        if (!_shifts.TryGetValue(key, out var shift)) _shifts[key] = shift = new Shift(from, to);
        shift.People++;
        if (shift.Sample.Count < SampleSize) shift.Sample.Add(personId);
    }

    private void Count(Dictionary<long, int> wins, RuleOutcome outcome)
    {
        foreach (var rule in _slots.Select(slot => outcome.WinnerOf(slot)?.Rule).OfType<ContentRule>().DistinctBy(rule => rule.Id))
            wins[rule.Id] = Of(wins, rule) + 1;
    }

    private static int Of(Dictionary<long, int> counts, ContentRule rule) => counts.GetValueOrDefault(rule.Id);

    private sealed class Shift(ContentRule? from, ContentRule? to)
    {
        public ContentRule? From => from;

        public ContentRule? To => to;

        public int People { get; set; }

        public List<string> Sample { get; } = [];
    }
}
