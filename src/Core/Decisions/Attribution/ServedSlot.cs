using PersonalizationEngine.Core.Hashing;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <param name="Hash">16 bits of the slot's name: enough to tell the slots of one answer apart, short enough for an id.</param>
/// <param name="RuleId">Null for the fallback.</param>
public readonly record struct ServedSlot(ushort Hash, long? RuleId)
{
    public ServedSlot(string slot, long? ruleId)
        : this(HashOf(slot), ruleId)
    {
    }

    public static ushort HashOf(string slot) => (ushort)Fnv1a.Hash(slot);
}
