using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Admin.Auditing;

/// <summary>Which entries of the audit are asked for: <c>kind</c>, <c>id</c>, <c>by</c>, <c>from</c> and <c>to</c>, each on its own or together.</summary>
internal static class AuditParameters
{
    private const int LongestKind = 40, LongestSubject = 300, LongestName = 100, LongestInstant = 40;

    public static AuditQuestion Read(QueryReader query) => new(
        query.Text("kind", LongestKind) is { } kind ? DefinitionKinds.Of(kind) : null,
        query.Text("id", LongestSubject),
        query.Text("by", LongestName),
        Instant(query, "from"),
        Instant(query, "to"));

    private static DateTimeOffset? Instant(QueryReader query, string name)
    {
        if (query.Text(name, LongestInstant) is not { } text) return null;
        // Written anew: 04 is a number here and none in JSON.
        var json = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : $"\"{JsonEncodedText.Encode(text)}\"";
        var instant = Instants.Read(JsonElement.Parse(json));
        if (instant is null) query.Fault(name, Instants.Accepted);
        return instant;
    }
}
