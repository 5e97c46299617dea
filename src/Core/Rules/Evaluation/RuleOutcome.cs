using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>What all matching rules together ask for.</summary>
public sealed class RuleOutcome
{
    private readonly SlotWinner?[] _winners;
    private readonly Dictionary<string, int> _slotIndex;
    private List<ItemBoost>? _boosts;
    private List<ConditionPredicate>? _filters;
    private List<PinItem>? _pins;
    private List<SetValue>? _settings;
    private List<RuleMessage>? _messages;
    private List<HeldOutRule>? _heldOut;
    private List<ContentRule>? _didMore;
    private readonly string? _personId;

    internal RuleOutcome(int slots, Dictionary<string, int> slotIndex, string? personId) =>
        (_winners, _slotIndex, _personId) = (new SlotWinner?[slots], slotIndex, personId);

    public IReadOnlyList<ItemBoost> Boosts => _boosts ?? [];
    public IReadOnlyList<ConditionPredicate> Filters => _filters ?? [];
    public IReadOnlyList<PinItem> Pins => _pins ?? [];
    public IReadOnlyList<SetValue> Settings => _settings ?? [];
    public IReadOnlyList<RuleMessage> Messages => _messages ?? [];

    /// <summary>Rules that would have won something had the person not been held out of them.</summary>
    public IReadOnlyList<HeldOutRule> HeldOut => _heldOut ?? [];

    /// <summary>Rules with a holdout that did more than fill slots.</summary>
    public IReadOnlyList<ContentRule> DidMore => _didMore ?? [];

    public SlotWinner? WinnerOf(string slot) => _slotIndex.TryGetValue(slot, out var index) ? _winners[index] : null;

    internal bool AllTaken(CompiledRule.SlotFilling[] shows)
    {
        foreach (var show in shows)
            if (_winners[show.Slot] is null) return false;
        return true;
    }

    internal void Apply(CompiledRule rule)
    {
        if (_personId is not null && rule.Holdout.Contains(_personId))
        {
            HoldOut(rule);
            return;
        }

        foreach (var show in rule.Shows) _winners[show.Slot] ??= new SlotWinner(rule.Rule, show.Show);
        if (rule.OnlyShows) return;
        if (rule.Rule.Holdout > 0) (_didMore ??= []).Add(rule.Rule);

        if (rule.Boosts.Length > 0) (_boosts ??= []).AddRange(rule.Boosts);
        if (rule.Filters.Length > 0) (_filters ??= []).AddRange(rule.Filters);
        foreach (var pin in rule.Pins)
            if (!Pins.Any(earlier => earlier.Position == pin.Position || earlier.ItemId == pin.ItemId)) (_pins ??= []).Add(pin);
        foreach (var setting in rule.Settings)
            if (!Settings.Any(earlier => earlier.Attribute == setting.Attribute)) (_settings ??= []).Add(setting);
        foreach (var message in rule.Messages) (_messages ??= []).Add(new RuleMessage(rule.Rule, message));
    }

    /// <summary>Its slots stay open for the next rule. One that would have won nothing anyway tells nothing.</summary>
    private void HoldOut(CompiledRule rule)
    {
        string[] open = [.. rule.Shows.Where(show => _winners[show.Slot] is null).Select(show => show.Show.Slot).Distinct(StringComparer.Ordinal)];
        if (open.Length > 0 || !rule.OnlyShows) (_heldOut ??= []).Add(new HeldOutRule(rule.Rule, open, !rule.OnlyShows));
    }
}
