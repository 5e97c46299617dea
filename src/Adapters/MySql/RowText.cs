using System.Buffers;
using System.Globalization;
using System.Text;

namespace PersonalizationEngine.Adapters.MySql;

/// <summary>
/// Rows of values as a statement holds them. Texts with a quote or a backslash in them are written in hexadecimal digits, so
/// that they mean the same under every <c>sql_mode</c> and nothing in them can end them.
/// </summary>
internal sealed class RowText
{
    private const string Instant = "yyyy-MM-dd HH:mm:ss.ffffff";

    private static readonly SearchValues<char> Special = SearchValues.Create('\'', '\\', '\0');

    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public void Add(string sql) => _text.Append(sql);

    /// <summary>Ends in a comma, as every value does.</summary>
    public void Value(string? text)
    {
        if (text is null) _text.Append("null,");
        else if (text.AsSpan().ContainsAny(Special)) _text.Append("_utf8mb4 x'").Append(Convert.ToHexString(Encoding.UTF8.GetBytes(text))).Append("',");
        else _text.Append('\'').Append(text).Append("',");
    }

    public void Value(long number)
    {
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
        _text.Append(digits[..written]).Append(',');
    }

    public void Value(long? number)
    {
        if (number is { } known) Value(known);
        else Value((string?)null);
    }

    public void Value(bool value) => _text.Append(value ? "1," : "0,");

    public void Value(decimal number) => _text.Append(CultureInfo.InvariantCulture, $"{number},");

    public void Value(DateTimeOffset instant)
    {
        _text.Append('\'');
        _text.Append(instant.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)).Append("',");
    }

    /// <exception cref="NotSupportedException">No table of the engine holds such values.</exception>
    public void Value(object? value)
    {
        switch (value)
        {
            case null: Value((string?)null); break;
            case string text: Value(text); break;
            case bool known: Value(known); break;
            case int or long or short or byte: Value(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case decimal number: Value(number); break;
            case double number: _text.Append(CultureInfo.InvariantCulture, $"{number:R},"); break;
            case DateTimeOffset instant: Value(instant); break;
            case byte[] bytes: _text.Append("_binary x'").Append(Convert.ToHexString(bytes)).Append("',"); break;
            default: throw new NotSupportedException($"A {value.GetType().Name} cannot be written.");
        }
    }

    /// <summary>Takes the comma of the last value with it.</summary>
    public void EndRow() => _text[^1] = ')';

    /// <returns>All of it; what is added next begins anew.</returns>
    public string Take()
    {
        var all = _text.ToString();
        _text.Clear();
        return all;
    }
}
