using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Documents;

/// <summary>
/// Reads the fields of a JSON object and collects every fault instead of stopping at the first. JSON null counts as absent.
/// A field that is faulty or absent reads as null (or an empty list); whoever asks at the end whether there were
/// <see cref="Faults"/> need not look at each.
/// </summary>
public sealed class DocumentReader
{
    /// <summary>Faults told of one document; further ones are not listed, lest a small document be answered with a huge list.</summary>
    public const int MaxFaults = 100;

    private readonly JsonElement _element;
    private readonly string _pointer;
    private readonly List<DocumentFault> _faults;

    public DocumentReader(JsonElement element)
        : this(element, "", [])
    {
    }

    private DocumentReader(JsonElement element, string pointer, List<DocumentFault> faults)
    {
        (_element, _pointer, _faults) = (element, pointer, faults);
        if (element.ValueKind != JsonValueKind.Object) Add(new DocumentFault(pointer, "must be a JSON object"));
    }

    public IReadOnlyList<DocumentFault> Faults => _faults;

    public void Fault(string name, string message) => Add(new DocumentFault(PointerTo(name), message));

    public void Fault(DocumentFault inner) => Add(inner with { Pointer = _pointer + inner.Pointer });

    public string PointerTo(string name) => JsonPointer.Append(_pointer, name);

    /// <summary>The value as it stands, JSON null included; null when the field is absent.</summary>
    public JsonElement? Raw(string name) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(name, out var value) ? value : null;

    public bool IsNull(string name) => Raw(name)?.ValueKind == JsonValueKind.Null;

    /// <summary>A text without U+0000. With <paramref name="allowEmpty"/> an empty one reads as absent.</summary>
    public string? Text(string name, int maxLength, bool required = false, bool allowEmpty = false)
    {
        if (allowEmpty && !required && IsEmptyText(name)) return null;
        return Read(name, required, $"must be a text of 1 to {maxLength} characters without U+0000",
            value => ReadText(value) is { } text && text.Length <= maxLength && !text.Contains('\0', StringComparison.Ordinal) ? text : null);
    }

    /// <summary>An id by the rule of <see cref="PersonId"/>.</summary>
    public string? Id(string name, bool required = false) =>
        Read(name, required, PersonId.Accepted, value => ReadText(value) is { } text && PersonId.IsValid(text) ? text : null);

    /// <summary>An id from a sender that does not mind white space: around an id it is cut off, and alone it reads as absent.</summary>
    public string? TrimmedId(string name)
    {
        if (Raw(name) is { ValueKind: JsonValueKind.String } raw && string.IsNullOrWhiteSpace(raw.GetString())) return null;
        return Read(name, false, PersonId.Accepted, value => ReadText(value)?.Trim() is { } text && PersonId.IsValid(text) ? text : null);
    }

    public string? OneOf(string name, IReadOnlyCollection<string> accepted, bool required = false) =>
        Read(name, required, $"must be one of {string.Join(", ", accepted)}",
            value => ReadText(value) is { } text && accepted.Contains(text) ? text : null);

    public double? Number(string name, double min, double max, bool required = false) =>
        Read(name, required, string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}"),
            value => value.ValueKind == JsonValueKind.Number && value.GetDouble() is var number && number >= min && number <= max
                ? number
                : (double?)null);

    public long? Integer(string name, long min, long max, bool required = false) =>
        Read(name, required, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"),
            value => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= min && number <= max
                ? number
                : (long?)null);

    public bool? Flag(string name, bool required = false) =>
        Read(name, required, "must be true or false",
            value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : (bool?)null);

    public DateTimeOffset? Instant(string name, bool required = false) => Read(name, required, Instants.Accepted, Instants.Read);

    /// <summary>A JSON object of at most that many bytes.</summary>
    public AttributeMap? Map(string name, int maxBytes, bool required = false) =>
        Read(name, required, $"must be a JSON object of at most {maxBytes} bytes",
            value => value.ValueKind == JsonValueKind.Object && JsonMarshal.GetRawUtf8Value(value).Length <= maxBytes ? AttributeJson.ReadMap(value) : null);

    /// <summary>A list of texts, without repeats; an absent field reads as null, so that "unsaid" and "none" differ.</summary>
    public IReadOnlyList<string>? Texts(string name, int maxCount, int maxLength)
    {
        return Read(name, false, $"must be a list of at most {maxCount} texts of 1 to {maxLength} characters", ReadAll);

        IReadOnlyList<string>? ReadAll(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount) return null;
            var texts = value.EnumerateArray().Select(ReadText).ToList();
            return texts.TrueForAll(text => text is { Length: > 0 } && text.Length <= maxLength)
                ? [.. texts.Distinct(StringComparer.Ordinal).Cast<string>()]
                : null;
        }
    }

    /// <summary>The object of that name; its faults come with this document's.</summary>
    public DocumentReader? Child(string name, bool required = false) =>
        Read(name, required, "must be a JSON object", value => value.ValueKind == JsonValueKind.Object ? value : (JsonElement?)null)
            is { } child ? new DocumentReader(child, PointerTo(name), _faults) : null;

    /// <summary>A list of objects, between <paramref name="minCount"/> and <paramref name="maxCount"/> of them.</summary>
    public IReadOnlyList<DocumentReader> Children(string name, int minCount, int maxCount)
    {
        var list = Read(name, minCount > 0, $"must be a list of {minCount} to {maxCount} JSON objects",
            value => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= minCount && value.GetArrayLength() <= maxCount
                ? value
                : (JsonElement?)null);
        return list is not { } array
            ? []
            : [.. array.EnumerateArray().Select((item, index) => new DocumentReader(item, JsonPointer.Append(PointerTo(name), index), _faults))];
    }

    /// <summary>Fields nobody reads are most often misspelt ones.</summary>
    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        if (_element.ValueKind != JsonValueKind.Object) return;
        foreach (var property in _element.EnumerateObject())
            if (!known.Contains(property.Name)) Fault(property.Name, $"is not known here; known are {string.Join(", ", known)}");
    }

    private T? Read<T>(string name, bool required, string accepted, Func<JsonElement, T?> read)
    {
        if (Raw(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            if (required && _element.ValueKind == JsonValueKind.Object) Fault(name, $"is required: {accepted}");
            return default;
        }

        var result = read(value);
        if (result is null) Fault(name, accepted);
        return result;
    }

    private void Add(DocumentFault fault)
    {
        if (_faults.Count < MaxFaults) _faults.Add(fault);
    }

    private bool IsEmptyText(string name) => Raw(name) is { ValueKind: JsonValueKind.String } raw && raw.ValueEquals("");

    private static string? ReadText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
