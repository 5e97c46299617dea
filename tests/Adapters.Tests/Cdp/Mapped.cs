using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>Mappings as a settings file would give them.</summary>
internal static class Mapped
{
    /// <param name="fields">As in <c>user_id=customer_no, email=mail</c>.</param>
    public static TableMapping Table(
        RecordKind kind, string table, string fields, string? updatedAt = null, string? id = null, DeletionMapping? deletion = null, string? key = null)
    {
        var columns = Columns(fields);
        return new TableMapping
        {
            Kind = kind,
            Table = table,
            Fields = columns,
            Key = key is null
                ? [.. RecordFields.IdentityOf(kind).Where(columns.ContainsKey).Select(field => columns[field].Column)]
                : key.Split(", "),
            Way = updatedAt is not null ? ReadingWay.ByTime : id is not null ? ReadingWay.ById : ReadingWay.Whole,
            Order = (updatedAt ?? id) is { } order ? new ColumnMapping(order) : null,
            Deletion = deletion,
        };
    }

    public static Dictionary<string, ColumnMapping> Columns(string fields) => fields.Split(", ")
        .Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => new ColumnMapping(pair[^1]), StringComparer.Ordinal);

    public static ColumnMapping Translated(string column, params (string Theirs, string Ours)[] values) => new(column)
    {
        Values = values.ToDictionary(value => value.Theirs, value => value.Ours, StringComparer.OrdinalIgnoreCase),
    };

    public static DeletionMapping Flag(string column, params string[] values) => new(new ColumnMapping(column), values);

    public static TableMapping With(this TableMapping table, string field, ColumnMapping column) => table.Changed(
        fields: new Dictionary<string, ColumnMapping>(table.Fields, StringComparer.Ordinal) { [field] = column });

    public static TableMapping WithExtras(this TableMapping table, string extras) => table.Changed(extras: Columns(extras));

    public static TableMapping WithExtra(this TableMapping table, string name, ColumnMapping column) => table.Changed(
        extras: new Dictionary<string, ColumnMapping>(table.Extras, StringComparer.Ordinal) { [name] = column });

    public static TableMapping In(this TableMapping table, string zone) => table.Changed(zone: TimeZoneInfo.FindSystemTimeZoneById(zone));

    public static TableMapping OrderedBy(this TableMapping table, ColumnMapping order) => table.Changed(order: order);

    private static TableMapping Changed(
        this TableMapping table, Dictionary<string, ColumnMapping>? fields = null, Dictionary<string, ColumnMapping>? extras = null,
        TimeZoneInfo? zone = null, ColumnMapping? order = null) => new()
        {
            Kind = table.Kind,
            Table = table.Table,
            Fields = fields ?? table.Fields,
            Extras = extras ?? table.Extras,
            Key = table.Key,
            Way = table.Way,
            Order = order ?? table.Order,
            Deletion = table.Deletion,
            Zone = zone ?? table.Zone,
        };
}
