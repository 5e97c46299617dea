namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>A parameter that a function reads besides its body.</summary>
/// <param name="place"><c>query</c>, <c>header</c> or <c>path</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal abstract class ParameterAttribute(string name, string place, string description) : Attribute
{
    public string Name => name;

    public string Place => place;

    public string Description => description;

    /// <summary><c>string</c> (by default), <c>int</c>, <c>long</c>, <c>double</c>, <c>bool</c> or <c>DateTimeOffset</c>.</summary>
    public Type Type { get; set; } = typeof(string);

    /// <summary>NaN for no bound.</summary>
    public double Minimum { get; set; } = double.NaN;

    /// <summary>NaN for no bound.</summary>
    public double Maximum { get; set; } = double.NaN;

    /// <summary>Most characters; of each value, where it is a list. 0 for no bound.</summary>
    public int MaxLength { get; set; }

    /// <summary>A regular expression that values meet; null for any.</summary>
    public string? Pattern { get; set; }

    /// <summary>The only values; null for any.</summary>
    public string[]? Choices { get; set; }

    public object? Default { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>Most values of a list, separated by commas; 0 for a single value.</summary>
    public int MaxCount { get; set; }

    /// <summary>Whether there are many: the name is only what their names begin with.</summary>
    public bool IsPrefix { get; set; }

    /// <summary>A file of OpenApi/Schemas without its ending, for a text that is JSON.</summary>
    public string? Json { get; set; }

    public string? Example { get; set; }
}
