using System.Text.Json.Nodes;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Cdp;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>
/// Takes an item out of all recommendations, or lets it back in, as the CDP would: the item is taken in again with another mark, so that every
/// process and Gorse hear of it as ever. What the CDP sends of the item afterwards goes before it.
/// </summary>
public sealed class HideItem(ItemCatalogue catalogue, IngestEvents events, AuditedWork audited, TimeProvider time)
{
    /// <returns>False when the catalogue does not know the item.</returns>
    public async Task<bool> RunAsync(string itemId, bool hidden, string by, CancellationToken cancellationToken)
    {
        if (catalogue.Find(itemId) is not { } item) return false;
        var now = time.GetUtcNow();
        // A clock ahead of ours may have told of the item; older facts would change nothing.
        var at = now > item.UpdatedAt ? now : item.UpdatedAt.AddMilliseconds(1);
        var what = new AuditEntry(default, by, AuditedKinds.Item, itemId, hidden ? "hidden" : "shown") { Before = Told(item.Hidden) };
        return await audited.RunAsync(
            what,
            async () =>
            {
                await events.TakeAsync(
                    EventSource.Cdp, [new ItemUpserted($"dashboard:{Guid.CreateVersion7(now)}", at, item with { Hidden = hidden, UpdatedAt = at })], cancellationToken);
                return (true, Told(hidden));
            },
            cancellationToken);
    }

    private static string Told(bool hidden) => new JsonObject { ["hidden"] = hidden }.ToJsonString();
}
