namespace PersonalizationEngine.Dashboard.Forms;

/// <summary>The fields of a posted form, in the order they were sent.</summary>
public sealed class PostedForm(IReadOnlyList<(string Name, string Value)> fields)
{
    private readonly ILookup<string, string> _fields = fields.ToLookup(field => field.Name, field => field.Value, StringComparer.Ordinal);

    public static PostedForm Empty { get; } = new([]);

    public IReadOnlyList<(string Name, string Value)> Fields => fields;

    /// <returns>The first value of the field, without white space around it; null where it was not sent.</returns>
    public string? this[string name] => _fields[name].FirstOrDefault()?.Trim();

    /// <returns>The value as it was typed.</returns>
    public string? Raw(string name) => _fields[name].FirstOrDefault();

    public IEnumerable<string> All(string name) => _fields[name];

    public bool Has(string name) => _fields.Contains(name);
}
