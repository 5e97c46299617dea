using System.Text.Json.Serialization;
using PersonalizationEngine.Core.Decisions.Receipts;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Sql.Decisions;

/// <summary>
/// Receipts and playbooks as JSON. Names stay as they are in the code: nobody but us reads it. A member that is missing makes the
/// whole unreadable: better no receipt than half of one.
/// </summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(AttributeMapJson), typeof(AttributeValueJson)])]
[JsonSerializable(typeof(StoredReceipt))]
[JsonSerializable(typeof(PlaybookContents))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
