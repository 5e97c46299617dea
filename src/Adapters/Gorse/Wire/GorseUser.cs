using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Gorse.Wire;

internal sealed record GorseUser(string UserId, AttributeValue Labels, string Comment);
