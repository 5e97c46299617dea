using System.Text.Json;

namespace PersonalizationEngine.Core.Rules.Conditions.Parsing;

/// <summary>JSON may escape half a surrogate pair. Reading such a text or name throws; here it is found out beforehand.</summary>
internal static class JsonText
{
    public const string Unreadable = "The text is not valid Unicode: it has half of a surrogate pair.";

    public static bool IsReadable(JsonElement text) => TryRead(text.GetString);

    public static bool IsReadable(JsonProperty property) => TryRead(() => property.Name);

    private static bool TryRead(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
