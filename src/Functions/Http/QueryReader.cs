using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Reads route and query parameters and collects every fault.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private List<FieldError>? _errors;

    public bool HasErrors => _errors is not null;

    public IReadOnlyList<FieldError> Errors => _errors ?? [];

    public IResult Refusal => ProblemAnswer.Invalid(_errors!);

    /// <summary>An id from the path. A slash in it arrives as %2F, which the host leaves alone.</summary>
    public string Id(string name, string value)
    {
        var id = value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        if (!PersonId.IsValid(id)) Fault(name, PersonId.Accepted);
        return id;
    }

    public long Number(string name, string value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        Fault(name, "must be a whole number from 1");
        return 0;
    }

    public int Integer(string name, int fallback, int min, int max)
    {
        if (!query.TryGetValue(name, out var values)) return fallback;
        if (int.TryParse(values.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max) return value;
        Fault(name, $"must be a whole number from {min} to {max}");
        return fallback;
    }

    public bool Flag(string name)
    {
        if (!query.TryGetValue(name, out var values)) return false;
        switch (values.ToString())
        {
            case "true" or "1" or "": return true;
            case "false" or "0": return false;
            default:
                Fault(name, "must be true or false");
                return false;
        }
    }

    /// <summary>Values separated by commas, or the parameter given several times; null when it is absent.</summary>
    public IReadOnlyList<string>? List(string name, int maxCount, int maxLength)
    {
        if (!query.TryGetValue(name, out var values)) return null;
        var list = values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).ToList();
        if (list.Count <= maxCount && list.TrueForAll(value => value.Length <= maxLength)) return list;
        Fault(name, $"must be at most {maxCount} values of at most {maxLength} characters, separated by commas");
        return [];
    }

    public string? Text(string name, int maxLength)
    {
        if (!query.TryGetValue(name, out var values)) return null;
        if (values.ToString() is { Length: > 0 } text && text.Length <= maxLength) return text;
        Fault(name, $"must be 1 to {maxLength} characters");
        return null;
    }

    public string OneOf(string name, string fallback, params ReadOnlySpan<string> accepted)
    {
        if (!query.TryGetValue(name, out var values)) return fallback;
        if (accepted.Contains(values.ToString())) return values.ToString();
        Fault(name, $"must be one of {string.Join(", ", accepted)}");
        return fallback;
    }

    public double Decimal(string name, double fallback, double min, double max)
    {
        if (!query.TryGetValue(name, out var values)) return fallback;
        if (double.TryParse(values.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max) return value;
        Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"));
        return fallback;
    }

    /// <summary>An instant, see <see cref="Instants"/>; null when it is absent.</summary>
    public DateTimeOffset? Instant(string name)
    {
        const int Longest = 40;
        if (Text(name, Longest) is not { } text) return null;
        // A plus that was not escaped arrives as a space; nothing else in an instant is one.
        var written = text.All(char.IsAsciiDigit) ? text.TrimStart('0') : $"\"{JsonEncodedText.Encode(text.Replace(' ', '+'))}\"";
        var instant = written.Length > 0 ? Instants.Read(JsonElement.Parse(written)) : null;
        if (instant is null) Fault(name, Instants.Accepted);
        return instant;
    }

    /// <summary>The parameter as JSON, under its own name in an object; null when it is absent.</summary>
    public JsonElement? Json(string name, int maxLength)
    {
        if (Text(name, maxLength) is not { } text) return null;
        try
        {
            // Alone first: what is more than one value must not pass for a field beside it.
            _ = JsonElement.Parse(text);
            if (JsonTexts.AreSound(Encoding.UTF8.GetBytes(text))) return JsonElement.Parse($"{{\"{name}\":{text}}}");
            Fault(name, "must hold only whole surrogate pairs");
        }
        catch (JsonException exception)
        {
            Fault(name, $"must be JSON: {JsonTexts.Describe(exception)}");
        }

        return null;
    }

    /// <summary>Takes over what is wrong inside a parameter that is JSON.</summary>
    public void Faults(DocumentReader document)
    {
        foreach (var fault in document.Faults) Fault(fault.Field, fault.Message);
    }

    public bool Has(string name) => query.ContainsKey(name);

    /// <summary>The names of parameters that begin so.</summary>
    public IEnumerable<string> Names(string prefix) => query.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));

    public void Fault(string name, string accepted) => (_errors ??= []).Add(new FieldError(name, null, accepted));
}
