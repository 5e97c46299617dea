using DotLiquid;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Adapters.Liquid;

/// <summary>Attributes as the library reads them: dictionaries, lists, texts, numbers and flags, and nothing of .NET besides.</summary>
internal sealed class LiquidScope : ITemplateScope
{
    public LiquidScope(TemplateWords words)
    {
        Words = words;
        Variables = new Hash();
        foreach (var name in words.Variables.Names) Variables[name] = Value(words.Variables[name]);
    }

    public TemplateWords Words { get; }

    public Hash Variables { get; }

    private static object? Value(AttributeValue value) => value.Kind switch
    {
        AttributeKind.Boolean => value.Boolean,
        AttributeKind.Number => Number(value.Number),
        AttributeKind.Text => value.Text,
        AttributeKind.List => value.Items.Select(Value).ToList(),
        AttributeKind.Map => Map(value.Map),
        _ => null,
    };

    private static Dictionary<string, object?> Map(AttributeMap map)
    {
        var fields = new Dictionary<string, object?>(map.Count, StringComparer.Ordinal);
        foreach (var name in map.Names) fields[name] = Value(map[name]);
        return fields;
    }

    private static object Number(double number)
    {
        const double Exact = 1L << 53;
        if (Math.Floor(number) == number && Math.Abs(number) <= Exact) return (long)number;
        return number;
    }
}
