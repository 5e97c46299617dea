using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Rybbit;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>What may be stored of an event although some of the ids it names are erased.</summary>
internal static class WithoutErased
{
    /// <summary>
    /// An event about an erased person is nobody's. Where somebody else did it on a device of theirs, or was given an alias of
    /// theirs, it stays that person's, and tells nothing of the erased id.
    /// </summary>
    /// <returns>Null for nothing.</returns>
    public static IncomingEvent? Of(IncomingEvent incoming, IReadOnlySet<string> erased)
    {
        if (erased.Count == 0 || !incoming.Identities.Any(erased.Contains)) return incoming;
        switch (incoming)
        {
            case BehaviourEvent { KnownId: { } known } behaviour when !erased.Contains(known):
                return behaviour with { DeviceId = null };
            case IdentityLinked linked when !erased.Contains(linked.UserId):
                var others = linked.Aliases.Where(alias => !erased.Contains(alias)).ToList();
                return others.Count > 0 ? linked with { Aliases = others } : null;
            default:
                return null;
        }
    }
}
