using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.Cdp;

/// <summary>Reads consents: one purpose with <c>granted</c>, or an object of several.</summary>
internal static class ConsentFields
{
    public static Dictionary<string, bool> Read(DocumentReader data)
    {
        var grants = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (data.Raw("consents") is { ValueKind: not JsonValueKind.Null } several)
        {
            if (data.Child("consents") is not { } each) return grants;
            foreach (var name in several.EnumerateObject().Select(property => property.Name))
            {
                if (!Purposes.IsKnown(name)) each.Fault(name, $"is no purpose; purposes are {string.Join(", ", Purposes.All)}");
                else if (each.Flag(name, required: true) is { } granted) grants[name] = granted;
            }

            return grants;
        }

        var purpose = data.OneOf("purpose", [.. Purposes.All], required: true);
        var isGranted = data.Flag("granted", required: true);
        if (purpose is not null && isGranted is not null) grants[purpose] = isGranted.Value;
        return grants;
    }
}
