using System.Globalization;

namespace PersonalizationEngine.Adapters.Redis.People;

/// <summary>Keys of shared people: <c>pe:person:v5:ID</c>.</summary>
internal static class PersonKeys
{
    public static string Prefix(RedisOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Prefix}person:v{StoredPerson.Version}:");
}
