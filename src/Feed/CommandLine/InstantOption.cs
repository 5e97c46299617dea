using System.CommandLine;
using System.Globalization;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>An option that takes an ISO 8601 instant; without an offset it means UTC.</summary>
internal static class InstantOption
{
    public static Option<DateTimeOffset?> Create(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var instant)) return instant;
            result.AddError($"{name}: '{text}' is not an ISO 8601 instant such as 2026-05-14T09:30:00Z.");
            return null;
        },
    };
}
