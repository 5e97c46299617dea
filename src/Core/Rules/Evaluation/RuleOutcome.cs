using PersonalizationEngine.Core.Rules.Actions;
using PersonalizationEngine.Core.Rules.Conditions;

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
    private bool _isGivenBack;

    internal RuleOutcome(int slots, Dictionary<string, int> slotIndex, Action<RuleOutcome> giveBack) =>
        (_winners, _slotIndex, _giveBack) = (new SlotWinner?[slots], slotIndex, giveBack);

    public IReadOnlyList<ItemBoost> Boosts => _boosts ?? [];
    public IReadOnlyList<ConditionPredicate> Filters => _filters ?? [];
    public IReadOnlyList<PinItem> Pins => _pins ?? [];
    public IReadOnlyList<SetValue> Settings => _settings ?? [];
    public IReadOnlyList<RuleMessage> Messages => _messages ?? [];

    public SlotWinner? WinnerOf(string slot) => _slotIndex.TryGetValue(slot, out var index) ? _winners[index] : null;

    public void Dispose()
    {
        if (_isGivenBack) return;
        _isGivenBack = true;
        Array.Clear(_winners);
        (_boosts, _filters, _pins, _settings, _messages) = (null, null, null, null, null);
        _giveBack(this);
    }

    internal RuleOutcome Lend()
    {
        _isGivenBack = false;
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
        foreach (var show in rule.Shows) _winners[show.Slot] ??= show.Winner;
        if (rule.OnlyShows) return;

        if (rule.Boosts.Length > 0) (_boosts ??= []).AddRange(rule.Boosts);
        if (rule.Filters.Length > 0) (_filters ??= []).AddRange(rule.Filters);
        foreach (var pin in rule.Pins)
            if (!Pins.Any(earlier => earlier.Position == pin.Position || earlier.ItemId == pin.ItemId)) (_pins ??= []).Add(pin);
        foreach (var setting in rule.Settings)
            if (!Settings.Any(earlier => earlier.Attribute == setting.Attribute)) (_settings ??= []).Add(setting);
        foreach (var message in rule.Messages) (_messages ??= []).Add(new RuleMessage(rule.Rule, message));
    }
}
