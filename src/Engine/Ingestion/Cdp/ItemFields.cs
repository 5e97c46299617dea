using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>Reads an item; the whole item is replaced by what is sent.</summary>
internal static class ItemFields
{
    private const int MaxLabels = 50, MaxLabelLength = 100, MaxAttributeBytes = 8 * 1024;

    public static Func<IncomingEvent> Read(DocumentReader data, Envelope envelope)
    {
        var itemId = data.Id("item_id", required: true);
        var title = data.Text("title", 500, allowEmpty: true);
        var url = data.Text("url", 2048, allowEmpty: true);
        var image = data.Text("image_url", 2048, allowEmpty: true);
        var description = data.Text("description", 5000, allowEmpty: true);
        var categories = data.Texts("categories", MaxLabels, MaxLabelLength) ?? [];
        var tags = data.Texts("tags", MaxLabels, MaxLabelLength) ?? [];
        var attributes = data.Map("attributes", MaxAttributeBytes) ?? AttributeMap.Empty;
        var hidden = data.Flag("hidden") ?? false;
        var published = data.Instant("published_at");
        var expires = data.Instant("expires_at");
        return () => new ItemUpserted(envelope.EventId, envelope.At, new ItemRecord(
            itemId!, title, url, image, description, categories, tags, attributes, hidden, published, expires, envelope.At));
    }

    public static Func<IncomingEvent> ReadDeleted(DocumentReader data, Envelope envelope)
    {
        var itemId = data.Id("item_id", required: true);
        return () => new ItemDeleted(envelope.EventId, envelope.At, itemId!);
    }
}
