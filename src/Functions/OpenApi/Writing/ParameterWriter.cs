using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing.Patterns;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>Writes the parameters of an operation: those of its route, and those its function or its class is marked with.</summary>
internal sealed class ParameterWriter(SchemaBook book)
{
    private static readonly OnceAttribute Once = new();

    public JsonArray Write(HttpOperation operation)
    {
        var marked = Marked(operation).ToList();
        var ofPath = operation.Route.Parameters.Select(part => marked.Find(one => one.Place == "path" && one.Name == part.Name) ?? Id(part));
        return [.. ofPath.Concat(marked.Where(one => one.Place != "path")).Select(Write)];
    }

    /// <summary>Those that the function or its class is marked with, and the key that all who change something take.</summary>
    public static IEnumerable<ParameterGroupAttribute> Groups(HttpOperation operation) =>
        Groups(operation.Function).Concat(KeyedFunctions.Takes(operation) ? [Once] : []);

    private static IEnumerable<ParameterGroupAttribute> Groups(MethodInfo function) =>
        function.GetCustomAttributes<ParameterGroupAttribute>().Concat(function.DeclaringType!.GetCustomAttributes<ParameterGroupAttribute>());

    private static IEnumerable<ParameterAttribute> Marked(HttpOperation operation) => operation.Function.GetCustomAttributes<ParameterAttribute>()
        .Concat(Groups(operation).SelectMany(group => group.Parameters))
        .Concat(operation.Function.DeclaringType!.GetCustomAttributes<ParameterAttribute>());

    private static PathParameterAttribute Id(RoutePatternParameterPart part) =>
        part.ParameterPolicies.Any(policy => policy.Content is "long" or "int")
            ? new PathParameterAttribute(part.Name, "An id.") { Type = typeof(long), Minimum = 0 }
            : new PathParameterAttribute(part.Name, $"{PersonId.Accepted}.".Replace("must be", "An id:", StringComparison.Ordinal)) { MaxLength = PersonId.MaxLength };

    private JsonNode Write(ParameterAttribute parameter)
    {
        var written = new JsonObject
        {
            ["name"] = parameter.Name.TrimEnd('.') + (parameter.IsPrefix ? "_parameters" : ""),
            ["in"] = parameter.Place,
            ["description"] = parameter.Description,
        };
        if (parameter.Place == "path" || parameter.IsRequired) written["required"] = true;
        if (parameter.IsPrefix)
        {
            // Exploded, an object's fields are parameters of their own, and its own name is never sent.
            (written["style"], written["explode"]) = ("form", true);
            written["schema"] = new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = $"^{parameter.Name.Replace(".", "\\.", StringComparison.Ordinal)}" },
                ["additionalProperties"] = Value(parameter),
            };
            if (parameter.Example?.Split('=', 2) is [var name, var value]) written["example"] = new JsonObject { [name] = value };
            return written;
        }

        if (parameter.MaxCount > 0)
        {
            (written["style"], written["explode"]) = ("form", false);
            written["schema"] = new JsonObject { ["type"] = "array", ["maxItems"] = parameter.MaxCount, ["items"] = Value(parameter) };
            if (parameter.Example is not null) written["example"] = new JsonArray([.. parameter.Example.Split(',').Select(value => (JsonNode)value)]);
            return written;
        }

        written["schema"] = Value(parameter);
        if (ExampleOf(parameter) is { } example) written["example"] = example;
        return written;
    }

    private JsonObject Value(ParameterAttribute parameter)
    {
        var schema = new JsonObject { ["type"] = TypeOf(parameter.Type) };
        if (parameter.Type == typeof(DateTimeOffset)) schema["format"] = "date-time";
        if (parameter.Type == typeof(int)) schema["format"] = "int32";
        if (parameter.Type == typeof(long)) schema["format"] = "int64";
        if (parameter.Choices is { } choices) schema["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice)]);
        if (parameter.MaxLength > 0) (schema["minLength"], schema["maxLength"]) = (1, parameter.MaxLength);
        if (parameter.Pattern is { } pattern) schema["pattern"] = pattern;
        if (parameter.Json is { } inside) (schema["contentMediaType"], schema["contentSchema"]) = ("application/json", book.Of(inside));
        if (double.IsFinite(parameter.Minimum)) schema["minimum"] = Number(parameter, parameter.Minimum);
        if (double.IsFinite(parameter.Maximum)) schema["maximum"] = Number(parameter, parameter.Maximum);
        if (parameter.Default is { } value) schema["default"] = JsonSerializer.SerializeToNode(value, value.GetType());
        return schema;
    }

    private static JsonNode Number(ParameterAttribute parameter, double value) => parameter.Type == typeof(double) ? value : (long)value;

    private static JsonNode? ExampleOf(ParameterAttribute parameter) => (parameter.Example, parameter.Place) switch
    {
        ({ } given, _) when TypeOf(parameter.Type) == "string" => given,
        ({ } given, _) => JsonNode.Parse(given),
        (null, "path") => TypeOf(parameter.Type) == "integer" ? 1 : "u-42",
        _ => null,
    };

    private static string TypeOf(Type type) =>
        type == typeof(int) || type == typeof(long) ? "integer" : type == typeof(double) ? "number" : type == typeof(bool) ? "boolean" : "string";
}
