using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>One table of the section <c>cdp</c>.</summary>
internal static class CdpTableSettings
{
    private const string AbsenceWord = "absence";

    /// <returns>Null when it is too faulty to be one; the reader knows why.</returns>
    public static TableMapping? Read(SettingsReader reader, string key, RecordKind kind, TimeZoneInfo zone)
    {
        var table = reader.Text($"{key}:table");
        if (table is null || table.Split('.') is not { Length: <= 2 } parts || !parts.All(CdpColumnSettings.IsName))
            reader.Fault($"{key}:table", "is required: a table, or database.table, of 1 to 64 characters each");
        var fields = ReadFields(reader, key, kind);
        var extras = RecordFields.ExtrasOf(kind) is { } setting ? CdpColumnSettings.Map(reader, $"{key}:{setting}") : [];
        CheckShape(reader, key, kind, fields, extras);
        var way = ReadOrder(reader, key, out var order);
        var mapping = new TableMapping
        {
            Kind = kind,
            Table = table ?? "",
            Fields = fields,
            Extras = extras,
            Key = ReadKey(reader, key, kind, fields),
            Way = way,
            Order = order,
            Deletion = ReadDeletion(reader, key, kind),
            Zone = CdpColumnSettings.Zone(reader, $"{key}:zone") ?? zone,
        };
        return mapping.Key.Count == 0 || table is null ? null : mapping;
    }

    private static Dictionary<string, ColumnMapping> ReadFields(SettingsReader reader, string key, RecordKind kind)
    {
        var fields = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);
        foreach (var field in RecordFields.Of(kind))
        {
            var place = $"{key}:columns:{field.Name}";
            if (CdpColumnSettings.Read(reader, place) is { } column)
            {
                fields[field.Name] = column;
                if (field.Kind == FieldKind.Id && column.Values is not null) reader.Fault($"{place}:values", "cannot be: an id is taken as it is");
            }
            else if (field.Required)
            {
                reader.Fault(place, "is required: the column it is read from");
            }
        }

        return fields;
    }

    private static void CheckShape(
        SettingsReader reader, string key, RecordKind kind, Dictionary<string, ColumnMapping> fields, Dictionary<string, ColumnMapping> extras)
    {
        switch (kind)
        {
            case RecordKind.Identities when !fields.ContainsKey(RecordFields.Alias) && extras.Count == 0:
                reader.Fault($"{key}:columns:{RecordFields.Alias}", "is required, or aliases: a list of columns with other ids of the same person");
                break;
            case RecordKind.Consents:
                CheckConsents(reader, key, fields, extras);
                break;
            case RecordKind.EmailEvents when fields.GetValueOrDefault(RecordFields.Type) is { } type:
                CheckTypes(reader, $"{key}:columns:{RecordFields.Type}", type);
                break;
            default: break;
        }
    }

    private static void CheckConsents(
        SettingsReader reader, string key, Dictionary<string, ColumnMapping> fields, Dictionary<string, ColumnMapping> purposes)
    {
        var (hasPurpose, hasGranted) = (fields.ContainsKey(RecordFields.Purpose), fields.ContainsKey(RecordFields.Granted));
        if (purposes.Count == 0 && !(hasPurpose && hasGranted))
            reader.Fault($"{key}:columns", "must have purpose and granted (a row for each purpose), or the table purposes (a column for each purpose)");
        if (purposes.Count > 0 && (hasPurpose || hasGranted))
            reader.Fault($"{key}:purposes", "cannot stand beside columns.purpose and columns.granted");
        foreach (var name in purposes.Keys.Where(name => !Purposes.IsKnown(name)))
            reader.Fault($"{key}:purposes:{name}", $"is no purpose; purposes are {string.Join(", ", Purposes.All)}");
    }

    private static void CheckTypes(SettingsReader reader, string key, ColumnMapping type)
    {
        foreach (var value in type.Values?.Values.Where(value => value is not ("opened" or "clicked")) ?? [])
            reader.Fault($"{key}:values", $"must be opened or clicked, not \"{value}\"");
    }

    private static IReadOnlyList<string> ReadKey(SettingsReader reader, string key, RecordKind kind, Dictionary<string, ColumnMapping> fields)
    {
        var columns = reader.Texts($"{key}:key");
        foreach (var name in (columns ?? []).Where(name => !CdpColumnSettings.IsName(name)))
            reader.Fault($"{key}:key", $"must be columns of 1 to 64 characters, not \"{name}\"");
        return columns ?? [.. RecordFields.IdentityOf(kind).Where(fields.ContainsKey).Select(field => fields[field].Column)];
    }

    private static ReadingWay ReadOrder(SettingsReader reader, string key, out ColumnMapping? order)
    {
        var time = CdpColumnSettings.Read(reader, $"{key}:updated_at");
        var id = CdpColumnSettings.Read(reader, $"{key}:id");
        if (time is not null && id is not null) reader.Fault($"{key}:id", "cannot stand beside updated_at: changes are found by one of them");
        order = time ?? id;
        if (order is null) return ReadingWay.Whole;
        return time is not null ? ReadingWay.ByTime : ReadingWay.ById;
    }

    private static DeletionMapping? ReadDeletion(SettingsReader reader, string key, RecordKind kind)
    {
        var place = $"{key}:deleted";
        var word = reader.Text(place);
        var column = CdpColumnSettings.Name(reader, $"{place}:column");
        var values = reader.Texts($"{place}:values");
        if (word is null && column is null && values is null) return null;
        if (kind is not (RecordKind.Customers or RecordKind.Items or RecordKind.Consents))
        {
            reader.Fault(place, "cannot be here: what was done stays done, and what was linked stays linked");
            return null;
        }

        if (word == AbsenceWord && kind != RecordKind.Consents) return DeletionMapping.Absence;
        if (word is null && column is not null && values is { Count: > 0 }) return new DeletionMapping(new ColumnMapping(column), values);
        reader.Fault(place, kind == RecordKind.Consents
            ? "must be a column with the values that mean deleted"
            : "must be absence, or a column with the values that mean deleted");
        return null;
    }
}
