using System.Text;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>Between the names of documents and those of the schema: <c>start_date</c> is <c>startDate</c>.</summary>
internal static class GraphNames
{
    public static string OfField(string field)
    {
        var name = new StringBuilder(field.Length);
        for (var place = 0; place < field.Length; place++)
        {
            var joins = field[place] == '_' && place > 0 && place + 1 < field.Length && char.IsAsciiLetterLower(field[place + 1]);
            name.Append(joins ? char.ToUpperInvariant(field[++place]) : field[place]);
        }

        return name.ToString();
    }

    public static string OfDocument(string field)
    {
        var name = new StringBuilder(field.Length + 2);
        foreach (var letter in field)
        {
            if (char.IsAsciiLetterUpper(letter)) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
