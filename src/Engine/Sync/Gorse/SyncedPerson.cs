using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Sync.Gorse;

/// <summary>A person as Gorse is told of them; nothing that names them is among it.</summary>
/// <param name="WasDeleted">Their customer record was deleted at some time: what they did before is forgotten.</param>
/// <param name="IsGone">It was, and nothing was heard of them since.</param>
public sealed record SyncedPerson(string PersonId, AttributeMap Labels, bool WasDeleted, bool IsGone);
