using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Adapters.Sql.Items;

/// <summary>A row of <c>items</c>. A deleted item leaves its row, so that an older event arriving later does not bring it back.</summary>
internal sealed record ItemRow
{
    public const string Columns =
        "item_id, title, url, image_url, description, categories, tags, attributes, hidden, published_at, expires_at, updated_at, deleted";

    private static readonly string[] ColumnNames = [.. Columns.Split(", "), "changed_at"];

    public required string ItemId { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? ImageUrl { get; init; }
    public string? Description { get; init; }
    public string? Categories { get; init; }
    public string? Tags { get; init; }
    public string? Attributes { get; init; }
    public bool Hidden { get; init; }
    public long? PublishedAt { get; init; }
    public long? ExpiresAt { get; init; }
    public long UpdatedAt { get; init; }
    public bool Deleted { get; init; }

    /// <summary>Of those who follow changes only.</summary>
    public long ChangedAt { get; init; }

    public static Task WriteAsync(SqlTransaction transaction, IEnumerable<ItemChange> changes, DateTimeOffset now) => transaction.ExecuteAsync(
        transaction.Dialect.Upsert("items", ["item_id"], ColumnNames), changes.Select(change => Parameters(change, change.Item, now)));

    public ItemChange ToChange() => new(ItemId, Deleted ? null : ToRecord(), UnixMilliseconds.Read(UpdatedAt));

    private ItemRecord ToRecord() => new(
        ItemId, Title, Url, ImageUrl, Description, JsonColumns.ReadTexts(Categories), JsonColumns.ReadTexts(Tags),
        JsonColumns.ReadMap(Attributes), Hidden, UnixMilliseconds.Read(PublishedAt), UnixMilliseconds.Read(ExpiresAt),
        UnixMilliseconds.Read(UpdatedAt));

    private static object Parameters(ItemChange change, ItemRecord? item, DateTimeOffset now) => new
    {
        item_id = change.ItemId,
        title = item?.Title,
        url = item?.Url,
        image_url = item?.ImageUrl,
        description = item?.Description,
        categories = JsonColumns.Write(item?.Categories ?? []),
        tags = JsonColumns.Write(item?.Tags ?? []),
        attributes = item is null ? null : JsonColumns.Write(item.Attributes),
        hidden = item?.Hidden ?? true,
        published_at = UnixMilliseconds.From(item?.PublishedAt),
        expires_at = UnixMilliseconds.From(item?.ExpiresAt),
        updated_at = UnixMilliseconds.From(change.At),
        deleted = item is null,
        changed_at = UnixMilliseconds.From(now),
    };
}
