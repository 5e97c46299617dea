using System.Globalization;
using System.Text;

namespace PersonalizationEngine.Core.Documents;

/// <summary>RFC 6901 pointers, built step by step.</summary>
public static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    public static string Append(string pointer, int index) => string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index}");

    public static string ToField(string pointer)
    {
        var field = new StringBuilder();
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (name.Length > 0 && name.All(char.IsAsciiDigit)) field.Append('[').Append(name).Append(']');
            else field.Append(field.Length > 0 ? "." : "").Append(name);
        }

        return field.ToString();
    }
}
