using System.Globalization;
using System.Text.Json.Serialization;

namespace PersonalizationEngine.Core.Profiles;

/// <summary>
/// One attribute of a person or a request: a JSON value held without allocation for booleans and numbers.
/// Numbers are IEEE doubles, as in the condition language they are compared in. Equality is deep and strict:
/// the number 5 is not the text "5". The default value is <see cref="Missing"/>.
/// </summary>
[JsonConverter(typeof(AttributeValueJson))]
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    private readonly object? _reference;
    private readonly double _number;

    private AttributeValue(AttributeKind kind, double number, object? reference) =>
        (Kind, _number, _reference) = (kind, number, reference);

    public static AttributeValue Missing => default;
    public static AttributeValue Null { get; } = new(AttributeKind.Null, 0, null);
    public static AttributeValue True { get; } = new(AttributeKind.Boolean, 1, null);
    public static AttributeValue False { get; } = new(AttributeKind.Boolean, 0, null);

    public AttributeKind Kind { get; }

    /// <summary>Neither missing nor JSON null.</summary>
    public bool IsPresent => Kind > AttributeKind.Null;

    /// <exception cref="InvalidOperationException">The value is not a boolean.</exception>
    public bool Boolean => Kind == AttributeKind.Boolean ? _number != 0 : throw WrongKind(AttributeKind.Boolean);

    /// <exception cref="InvalidOperationException">The value is not a number.</exception>
    public double Number => Kind == AttributeKind.Number ? _number : throw WrongKind(AttributeKind.Number);

    /// <exception cref="InvalidOperationException">The value is not a text.</exception>
    public string Text => Kind == AttributeKind.Text ? (string)_reference! : throw WrongKind(AttributeKind.Text);

    /// <exception cref="InvalidOperationException">The value is not a list.</exception>
    public AttributeValue[] Items =>
        Kind == AttributeKind.List ? (AttributeValue[])_reference! : throw WrongKind(AttributeKind.List);

    /// <exception cref="InvalidOperationException">The value is not a map.</exception>
    public AttributeMap Map => Kind == AttributeKind.Map ? (AttributeMap)_reference! : throw WrongKind(AttributeKind.Map);

    public static implicit operator AttributeValue(bool value) => value ? True : False;
    public static implicit operator AttributeValue(double value) => new(AttributeKind.Number, value, null);
    public static implicit operator AttributeValue(string? value) => value is null ? Null : new(AttributeKind.Text, 0, value);
    public static implicit operator AttributeValue(AttributeValue[] items) => new(AttributeKind.List, 0, items);
    public static implicit operator AttributeValue(AttributeMap value) => new(AttributeKind.Map, 0, value);

    public static AttributeValue OfTexts(IEnumerable<string> texts) => texts.Select(text => (AttributeValue)text).ToArray();

    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);
    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);

    public bool Equals(AttributeValue other) => Kind == other.Kind && Kind switch
    {
        AttributeKind.Number or AttributeKind.Boolean => _number.Equals(other._number),
        AttributeKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        AttributeKind.List => Items.AsSpan().SequenceEqual(other.Items),
        AttributeKind.Map => Map.Equals(other.Map),
        _ => true,
    };

    public override bool Equals(object? obj) => obj is AttributeValue other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        AttributeKind.Text => Text.GetHashCode(StringComparison.Ordinal),
        AttributeKind.List => HashCode.Combine(Kind, Items.Length),
        AttributeKind.Map => HashCode.Combine(Kind, Map.Count),
        _ => HashCode.Combine(Kind, _number),
    };

    /// <summary>The value as JSON text; <see cref="Missing"/> reads "missing".</summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.Missing => "missing",
        AttributeKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        _ => AttributeJson.ToJson(this),
    };

    private InvalidOperationException WrongKind(AttributeKind wanted) => new($"The attribute is {Kind}, not {wanted}.");
}
