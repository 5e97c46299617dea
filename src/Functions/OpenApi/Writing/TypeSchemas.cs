using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>
/// Schemas of answers, from the same metadata that writes them: names, numbers and nulls are the wire's. Each object gets a name
/// in the book and is referred to by it.
/// </summary>
internal sealed class TypeSchemas
{
    private readonly SchemaBook _book;
    private readonly DocComments _comments;
    private readonly IReadOnlyList<JsonSerializerContext> _contexts;
    private readonly Dictionary<string, Type> _named = [];
    private readonly JsonSchemaExporterOptions _options;

    public TypeSchemas(SchemaBook book, DocComments comments, IReadOnlyList<JsonSerializerContext> contexts)
    {
        (_book, _comments, _contexts) = (book, comments, contexts);
        _options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };
    }

    /// <exception cref="InvalidOperationException">No context of ours writes the type.</exception>
    public JsonObject Reference(Type type)
    {
        var info = _contexts.Select(context => context.GetTypeInfo(type)).FirstOrDefault(found => found is not null)
            ?? throw new InvalidOperationException($"No JsonSerializerContext of the assembly has {type}.");
        return JsonSchemaExporter.GetJsonSchemaAsNode(info, _options).AsObject();
    }

    private JsonObject Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema) return new JsonObject();
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object) return Named(type, context, schema);
        if (FormatOf(type) is { } format && !schema.ContainsKey("format")) schema["format"] = format;
        return schema;
    }

    private JsonObject Named(Type type, JsonSchemaExporterContext context, JsonObject schema)
    {
        var name = NameOf(type);
        var isNew = _named.TryAdd(name, type);
        if (_named[name] != type || (isNew && _book.Has(name)))
            throw new InvalidOperationException($"{type} would be the schema {name}, which another type is already, or a file of OpenApi/Schemas.");
        if (!_book.Has(name)) _book.Add(name, Described(type, context.TypeInfo, schema.DeepClone().AsObject()));
        return Reference(name, isNullable: schema["type"] is JsonArray);
    }

    private JsonObject Described(Type type, JsonTypeInfo info, JsonObject schema)
    {
        schema["type"] = "object";
        if (_comments.SummaryOf(type) is { } summary) schema["description"] = summary;
        var properties = schema["properties"]?.AsObject() ?? [];
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var wire = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? info.Options.PropertyNamingPolicy?.ConvertName(member.Name) ?? member.Name;
            if (properties[wire] is not JsonObject property) continue;
            property.Remove("default");
            // A type inside itself comes as a reference to where it began, which is elsewhere here.
            if (IsInside(property)) properties[wire] = property = Inside(member.PropertyType, info.Properties.First(one => one.Name == wire).IsGetNullable);
            else if (property["items"] is JsonObject items && IsInside(items)) property["items"] = Inside(member.PropertyType.GetGenericArguments()[0], isNullable: false);
            if (member.GetCustomAttribute<DescribedAsAttribute>() is { } described)
                properties[wire] = property = Held(described, info.Properties.First(one => one.Name == wire).IsGetNullable);
            if (_comments.SummaryOf(type, member.Name) is { } said) property["description"] = said;
        }

        // All of an answer is always there, but for what is left out where it is null.
        var always = info.Properties.Where(property => property.ShouldSerialize is null && properties.ContainsKey(property.Name));
        schema["required"] = new JsonArray([.. always.Select(property => (JsonNode)property.Name)]);
        return schema;
    }

    private static bool IsInside(JsonObject schema) => (string?)schema["$ref"] is { } reference && !reference.StartsWith(SchemaBook.Prefix, StringComparison.Ordinal);

    private JsonObject Held(DescribedAsAttribute described, bool isNullable)
    {
        var one = _book.Of(described.Schema);
        var held = described.IsList ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
        return isNullable ? OrNull(held) : held;
    }

    private static JsonObject Inside(Type type, bool isNullable)
    {
        if (!type.IsGenericType) return Reference(NameOf(type), isNullable);
        var list = new JsonObject { ["type"] = "array", ["items"] = Inside(type.GetGenericArguments()[0], isNullable: false) };
        if (isNullable) list["type"] = new JsonArray("array", "null");
        return list;
    }

    private static JsonObject Reference(string name, bool isNullable) => isNullable ? OrNull(SchemaBook.Reference(name)) : SchemaBook.Reference(name);

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static string NameOf(Type type) => type.IsGenericType
        ? string.Concat(type.GetGenericArguments().Select(NameOf)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
        : type.Name;

    private static string? FormatOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => "int32",
        TypeCode.Int64 => "int64",
        TypeCode.Double => "double",
        _ => null,
    };
}
