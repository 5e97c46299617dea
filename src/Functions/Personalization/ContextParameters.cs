using System.Globalization;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>
/// What the frontend knows of the moment: every parameter <c>context.NAME</c>. A value that reads as a JSON number or boolean
/// is one, everything else is text.
/// </summary>
internal static class ContextParameters
{
    private const string Prefix = "context.";
    private const int MaxParameters = 50, MaxNameLength = 64, MaxValueLength = 1024;

    public static AttributeMap Read(IQueryCollection parameters, QueryReader query)
    {
        Dictionary<string, AttributeValue>? context = null;
        foreach (var (name, values) in parameters)
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            var value = values.ToString();
            if (name.Length is var length && (length == Prefix.Length || length > Prefix.Length + MaxNameLength || value.Length > MaxValueLength))
                query.Fault(name[..Math.Min(length, Prefix.Length + MaxNameLength)], $"must be context. and a name of 1 to {MaxNameLength} characters, with a value of at most {MaxValueLength}");
            else
                (context ??= new Dictionary<string, AttributeValue>(StringComparer.Ordinal))[name[Prefix.Length..]] = Typed(value);
        }

        if (context?.Count > MaxParameters) query.Fault("context", $"must be at most {MaxParameters} parameters");
        return context is null ? AttributeMap.Empty : new AttributeMap(context);
    }

    private static AttributeValue Typed(string text)
    {
        if (text is "true" or "false") return text == "true";
        // Only what a number would be written as: "007" and "1.50" are codes and versions, not numbers.
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && number.ToString("R", CultureInfo.InvariantCulture) == text;
        return isNumber ? number : text;
    }
}
