using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion.Items;

namespace PersonalizationEngine.Engine.Tests.Recommendations;

internal static class Catalogued
{
    public static ItemRecord Item(string id, DateTimeOffset? at = null, string? title = null) => new(
        id, title, null, null, null, [], [], AttributeMap.Empty, false, null, null, at ?? Timing.Noon);

    public static ItemChange Change(string id, DateTimeOffset? at = null, string? title = null) => new(id, Item(id, at, title), at ?? Timing.Noon);
}
