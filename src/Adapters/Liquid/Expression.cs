namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>What stands between the braces of an output or behind the name of a tag.</summary>
internal static class Expression
{
    /// <summary>The names behind its bars, outside of quotes.</summary>
    public static IEnumerable<string> Filters(string expression)
    {
        var bare = WithoutQuotes(expression);
        for (var bar = bare.IndexOf('|', StringComparison.Ordinal); bar >= 0; bar = bare.IndexOf('|', bar + 1))
        {
            var name = bare[(bar + 1)..].TrimStart();
            var length = name.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_').Count();
            yield return name[..length];
        }
    }

    /// <summary>Null when the library may see it.</summary>
    public static string? WhyNot(string expression, bool mayHaveRange)
    {
        if (expression.Any(char.IsControl)) return "must have no control characters between its braces";
        foreach (var filter in Filters(expression))
            if (!KnownFilters.Names.Contains(filter)) return $"the filter {filter} is not known; known are {string.Join(", ", KnownFilters.Names)}";
        return !mayHaveRange && WithoutQuotes(expression).Contains('(', StringComparison.Ordinal) ? "ranges in brackets are known to for only" : null;
    }

    private static string WithoutQuotes(string expression)
    {
        var bare = new char[expression.Length];
        var quote = '\0';
        for (var i = 0; i < expression.Length; i++)
        {
            var character = expression[i];
            var isHidden = quote != '\0';
            if (isHidden && character == quote) quote = '\0';
            else if (!isHidden && character is ('\'' or '"')) quote = character;
            bare[i] = isHidden || quote != '\0' ? '_' : character;
        }

        return new string(bare);
    }
}
