using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>Reads what a CDP knows of a customer into a map that holds only what was sent, null included.</summary>
internal static class CustomerFields
{
    private const int MaxTraitBytes = 8 * 1024;

    public static AttributeMap Read(DocumentReader data)
    {
        var fields = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        Add("email", Email);
        Add("phone", reader => reader.Text("phone", 40, allowEmpty: true));
        Add("name", reader => reader.Text("name", 200, allowEmpty: true));
        Add("company", reader => reader.Text("company", 200, allowEmpty: true));
        Add("job_title", reader => reader.Text("job_title", 200, allowEmpty: true));
        Add("country", Country);
        Add("language", reader => reader.Text("language", 35, allowEmpty: true));
        Add("timezone", TimeZone);
        Add("preferred_channel", reader => reader.OneOf("preferred_channel", [.. Channels.All]));
        return new AttributeMap(fields);

        void Add(string name, Func<DocumentReader, string?> read)
        {
            if (data.IsNull(name)) fields[name] = AttributeValue.Null;
            else if (read(data) is { } value) fields[name] = value;
        }
    }

    public static AttributeMap ReadTraits(DocumentReader data) => data.Map("traits", MaxTraitBytes) ?? AttributeMap.Empty;

    public static string? Email(DocumentReader data)
    {
        var email = data.Text("email", 254, allowEmpty: true);
        var at = email?.IndexOf('@', StringComparison.Ordinal);
        if (email is null || (at > 0 && at < email.Length - 1 && !email.Any(char.IsWhiteSpace))) return email;
        data.Fault("email", "must be a mail address");
        return null;
    }

    public static string? Currency(DocumentReader data) => Letters(data, "currency", 3, "must be an ISO 4217 code, as in EUR");

    private static string? Country(DocumentReader data) => Letters(data, "country", 2, "must be an ISO 3166 alpha-2 code, as in DE");

    private static string? TimeZone(DocumentReader data)
    {
        var zone = data.Text("timezone", 64, allowEmpty: true);
        if (zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) return zone;
        data.Fault("timezone", "must be an IANA time zone, as in Europe/Berlin");
        return null;
    }

    private static string? Letters(DocumentReader data, string name, int length, string accepted)
    {
        var code = data.Text(name, length, allowEmpty: true);
        if (code is null || (code.Length == length && code.All(char.IsAsciiLetter))) return code?.ToUpperInvariant();
        data.Fault(name, accepted);
        return null;
    }
}
