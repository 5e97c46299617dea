using System.Globalization;
using ClickHouse.Driver.ADO.Parameters;

namespace PersonalizationEngine.Adapters.ClickHouse.Rows;

/// <summary>A query in the making: whatever is not our own text goes beside it as a parameter.</summary>
internal sealed class Question
{
    private readonly Dictionary<(string Type, object Value), string> _names = [];

    public string Sql { get; set; } = "";

    public IEnumerable<ClickHouseDbParameter> Parameters => _names.Select(
        entry => new ClickHouseDbParameter { ParameterName = entry.Value, ClickHouseType = entry.Key.Type, Value = entry.Key.Value });

    /// <returns>What stands for the value in the query.</returns>
    public string Text(string value) => Parameter("String", value);

    /// <inheritdoc cref="Text"/>
    public string Number(long value) => Parameter("Int64", value);

    public string Texts(IEnumerable<string> values) => $"({string.Join(", ", values.Select(Text))})";

    private string Parameter(string type, object value)
    {
        if (!_names.TryGetValue((type, value), out var name))
            _names[(type, value)] = name = string.Create(CultureInfo.InvariantCulture, $"p{_names.Count}");
        return $"{{{name}:{type}}}";
    }
}
