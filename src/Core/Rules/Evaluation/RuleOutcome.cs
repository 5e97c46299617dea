using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Holdouts;

namespace PersonalizationEngine.Core.Rules.Evaluation;

/// <summary>
/// What all matching rules together ask for. Disposing of it lends its room to the next evaluation: it says nothing from then on,
/// while the lists it has handed out stay as they are. Nobody has to.
/// </summary>
public sealed class RuleOutcome : IDisposable
{
    private readonly SlotWinner?[] _winners;
    private readonly Dictionary<string, int> _slotIndex;
    private readonly Action<RuleOutcome> _giveBack;
    private List<ItemBoost>? _boosts;
    private List<ConditionPredicate>? _filters;
    private List<PinItem>? _pins;
    private List<SetValue>? _settings;
    private List<RuleMessage>? _messages;
    private List<HeldOutRule>? _heldOut;
    private List<ContentRule>? _didMore;
    private string? _personId;
    private bool _isGivenBack;

    internal RuleOutcome(int slots, Dictionary<string, int> slotIndex, Action<RuleOutcome> giveBack) =>
        (_winners, _slotIndex, _giveBack) = (new SlotWinner?[slots], slotIndex, giveBack);

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

    public void Dispose()
    {
        if (_isGivenBack) return;
        _isGivenBack = true;
        Array.Clear(_winners);
        (_boosts, _filters, _pins, _settings, _messages) = (null, null, null, null, null);
        (_heldOut, _didMore, _personId) = (null, null, null);
        _giveBack(this);
    }

    /// <param name="personId">Whose holdouts count; null holds nobody out of anything.</param>
    internal RuleOutcome For(string? personId)
    {
        (_isGivenBack, _personId) = (false, personId);
        return this;
    }

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

        foreach (var show in rule.Shows) _winners[show.Slot] ??= show.Winner;
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
        string[] open = [.. rule.Shows.Where(show => _winners[show.Slot] is null).Select(show => show.Winner.Show.Slot).Distinct(StringComparer.Ordinal)];
        if (open.Length > 0 || !rule.OnlyShows) (_heldOut ??= []).Add(new HeldOutRule(rule.Rule, open, !rule.OnlyShows));
    }
}
