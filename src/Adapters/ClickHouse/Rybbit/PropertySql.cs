using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

internal static class PropertySql
{
    /// <summary>A property of an event if it is a text, otherwise an empty text.</summary>
    public static string Text(RybbitSchema schema, Question question, string property) => schema.HasPropertiesAsText
        ? $"if(JSONType(props, {question.Text(property)}) = 'String', JSONExtractString(props, {question.Text(property)}), '')"
        : $"ifNull(props.`{Escaped(property)}`.:String, '')";

    /// <summary>A name cannot be a parameter of the query.</summary>
    private static string Escaped(string name) =>
        name.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("`", @"\`", StringComparison.Ordinal);
}
