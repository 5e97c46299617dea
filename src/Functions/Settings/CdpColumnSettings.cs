using System.Globalization;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Columns in the section <c>cdp</c>: a name alone, or a name with what its values mean.</summary>
internal static class CdpColumnSettings
{
    private const string Accepted = "must be a column of 1 to 64 characters";

    public static bool IsName(string name) => name.Length is > 0 and <= ColumnMapping.MaxName && !name.Any(char.IsControl) && name == name.Trim();

    /// <summary>Null when it is not mapped.</summary>
    public static ColumnMapping? Read(SettingsReader reader, string key)
    {
        if (Name(reader, key) is { } name) return new ColumnMapping(name);
        if (reader.Children(key).Count == 0) return null;
        var column = Name(reader, $"{key}:column");
        var separator = reader.Text($"{key}:separator");
        var mapping = new ColumnMapping(column ?? "?")
        {
            Values = Values(reader, $"{key}:values"),
            Unit = OneOf<TimeUnit>(reader, $"{key}:unit"),
            Separator = separator ?? ",",
            Type = OneOf<CellType>(reader, $"{key}:type") ?? CellType.Auto,
        };
        if (column is null) reader.Fault($"{key}:column", $"is required: it {Accepted}");
        return mapping;
    }

    /// <summary>Columns under names of their own: a list of columns that are their own names, or a table of name to column.</summary>
    public static Dictionary<string, ColumnMapping> Map(SettingsReader reader, string key)
    {
        var children = reader.Children(key);
        if (children.Select((child, index) => child == index.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex))
            return (reader.Texts(key) ?? []).Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Checked(reader, key, name), StringComparer.Ordinal);
        return children.Select(name => (name, Column: Read(reader, $"{key}:{name}")))
            .Where(pair => pair.Column is not null)
            .ToDictionary(pair => pair.name, pair => pair.Column!, StringComparer.Ordinal);
    }

    public static string? Name(SettingsReader reader, string key)
    {
        var name = reader.Text(key);
        if (name is not null && !IsName(name)) reader.Fault(key, Accepted);
        return name;
    }

    public static TimeZoneInfo? Zone(SettingsReader reader, string key)
    {
        if (reader.Text(key) is not { } name) return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        reader.Fault(key, $"must be an IANA time zone, as in Europe/Berlin, not \"{name}\"");
        return null;
    }

    private static ColumnMapping Checked(SettingsReader reader, string key, string name)
    {
        if (!IsName(name)) reader.Fault(key, $"{Accepted}, not \"{name}\"");
        return new ColumnMapping(name);
    }

    private static Dictionary<string, string>? Values(SettingsReader reader, string key)
    {
        var names = reader.Children(key);
        return names.Count == 0 ? null : names.ToDictionary(name => name, name => reader.Text($"{key}:{name}") ?? "", StringComparer.OrdinalIgnoreCase);
    }

    private static T? OneOf<T>(SettingsReader reader, string key)
        where T : struct, Enum
    {
        if (reader.Text(key) is not { } text) return null;
        var names = Enum.GetNames<T>();
        if (names.Contains(text, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<T>(text, ignoreCase: true);
        reader.Fault(key, $"must be one of {string.Join(", ", names.Select(name => name.ToLowerInvariant()))}, not \"{text}\"");
        return null;
    }
}
