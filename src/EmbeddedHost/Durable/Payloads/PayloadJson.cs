using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace EmbeddedHost.Durable.Payloads;

/// <summary>
/// Inputs, results and events as JSON. As in Azure's worker: the app's <see cref="JsonSerializerOptions"/>, property names
/// without regard to case when read.
/// </summary>
internal sealed class PayloadJson(IOptions<JsonSerializerOptions> options) : DataConverter
{
    private readonly JsonSerializerOptions _options = new(options.Value) { PropertyNameCaseInsensitive = true };

    public override string? Serialize(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), _options);

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
}
