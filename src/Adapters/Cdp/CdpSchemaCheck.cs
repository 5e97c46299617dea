using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>Compares a mapping with the tables that are there and names every difference, each with its setting; pure.</summary>
internal static class CdpSchemaCheck
{
    public static IEnumerable<string> FaultsOf(TableMapping table, TableColumns columns)
    {
        var setting = $"cdp.tables.{table.Kind.Name()}";
        if (!columns.IsThere) return [$"{setting}.table: there is no table {table.Table}, or the user may not read it"];
        return table.Uses()
            .Select(use => (Fault: FaultOf(table, use.Setting, use.Column, columns), use.Setting))
            .Where(use => use.Fault is not null)
            .Select(use => $"{setting}.{use.Setting}: {use.Fault}")
            .Distinct(StringComparer.Ordinal);
    }

    private static string? FaultOf(TableMapping table, string setting, ColumnMapping column, TableColumns columns)
    {
        if (columns.Find(column.Column) is not { } type) return $"table {table.Table} has no column {column.Column}";
        return setting switch
        {
            "id" when !type.IsWholeNumber => $"column {column.Column} is {type.Full}; it must be a whole number that rises",
            "updated_at" when !type.IsTime && !(type.IsExactNumber && column.Unit is not null) =>
                type.IsExactNumber ? NeedsUnit(column, type) : $"column {column.Column} is {type.Full}; it must be a DATETIME, TIMESTAMP, DATE, or a whole or DECIMAL number with its unit",
            _ when IsInstant(table, setting) && type.IsNumber && column.Unit is null => NeedsUnit(column, type),
            _ => null,
        };
    }

    private static string NeedsUnit(ColumnMapping column, ColumnType type) =>
        $"column {column.Column} is {type.Full}; say what it counts by {{ column: {column.Column}, unit: seconds }}, or milliseconds";

    private static bool IsInstant(TableMapping table, string setting) =>
        RecordFields.Of(table.Kind).Any(field => field.Kind == FieldKind.Instant && setting == $"columns.{field.Name}");
}
