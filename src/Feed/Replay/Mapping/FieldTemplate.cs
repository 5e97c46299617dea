using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;

namespace PersonalizationEngine.Feed.Replay.Mapping;

/// <summary>One field of an event and where its value comes from.</summary>
/// <param name="Target">The field's place: <c>data.traits.city</c> lies in <c>traits</c> in <c>data</c>.</param>
internal abstract record FieldTemplate(string Target)
{
    private readonly string[] _path = Target.Split('.');

    public abstract IEnumerable<string> Columns { get; }

    /// <returns>Why the record cannot be mapped, or null.</returns>
    public string? WriteTo(JsonObject target, IColumns columns, MomentContext moments)
    {
        var value = Evaluate(columns, moments);
        if (value.Fault is not null) return $"{Target}: {value.Fault}";
        if (value.IsLeftOut) return null;
        foreach (var step in _path[..^1])
        {
            if (target[step] is not JsonObject inner) target[step] = inner = [];
            target = inner;
        }

        target[_path[^1]] = value.Node;
        return null;
    }

    protected abstract Value Evaluate(IColumns columns, MomentContext moments);

    /// <summary>The same in every event.</summary>
    public sealed record Constant(string Target, JsonNode? Node) : FieldTemplate(Target)
    {
        public override IEnumerable<string> Columns => [];

        protected override Value Evaluate(IColumns columns, MomentContext moments) => Value.Of(Node?.DeepClone());
    }

    public sealed record FromColumns(string Target, ValueTemplate Template) : FieldTemplate(Target)
    {
        public override IEnumerable<string> Columns => Template.Text.Columns;

        protected override Value Evaluate(IColumns columns, MomentContext moments) =>
            Template.Evaluate(columns, moments, isEventTime: Target == "timestamp");
    }

    /// <summary>A list; what is left out of it closes up.</summary>
    public sealed record List(string Target, IReadOnlyList<ValueTemplate> Templates) : FieldTemplate(Target)
    {
        public override IEnumerable<string> Columns => Templates.SelectMany(template => template.Text.Columns);

        protected override Value Evaluate(IColumns columns, MomentContext moments)
        {
            var values = Templates.Select(template => template.Evaluate(columns, moments, isEventTime: false)).ToArray();
            var fault = values.Select(value => value.Fault).FirstOrDefault(found => found is not null);
            return fault is null
                ? Value.Of(new JsonArray([.. values.Where(value => !value.IsLeftOut).Select(value => value.Node)]))
                : Value.Wrong(fault);
        }
    }
}
