using PersonalizationEngine.Adapters.ClickHouse.Rows;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Reads what <see cref="InteractionSql"/> asks for, column by column.</summary>
internal sealed class InteractionRow(ItemPatterns items)
{
    /// <returns>Null when the row is about no item after all, or by nobody with an id.</returns>
    public ItemActivity? Read(ref RowReader row)
    {
        var (person, session, type, name) = (row.Text(), row.Text(), row.Text(), row.Text());
        var at = row.Instant();
        var path = row.Text();
        Dictionary<string, AttributeValue>? properties = null;
        foreach (var property in items.Properties)
            if (row.Text() is { Length: > 0 } value) (properties ??= new(StringComparer.Ordinal))[property] = value;

        if (row.IsCut || at is null || !PersonId.IsValid(person)) return null;
        return items.ItemOf(path, properties is null ? null : new AttributeMap(properties)) is { } item
            ? new ItemActivity(person, item, session.Length > 0 ? session : null, type, at.Value, name.Length > 0 ? name : null)
            : null;
    }
}
