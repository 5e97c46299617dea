using System.Globalization;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>slots</c>: a slot's name to the content it falls back to.</summary>
internal static class SlotSettings
{
    public static SlotFallbacks Read(SettingsReader reader)
    {
        reader.Describe("slots:NAME", "nothing", "", "any content: a text, a number, a list, an object");
        return new SlotFallbacks(reader.Children("slots").ToDictionary(
        slot => slot, slot => ReadContent(reader, $"slots:{slot}"), StringComparer.Ordinal));
    }

    private static AttributeValue ReadContent(SettingsReader reader, string key)
    {
        var children = reader.Children(key);
        if (children.Count == 0) return Scalar(reader.Text(key) ?? "");
        if (children.Select((child, index) => child == index.ToString(CultureInfo.InvariantCulture)).All(isIndex => isIndex))
            return children.Select(child => ReadContent(reader, $"{key}:{child}")).ToArray();
        return new AttributeMap(children.Select(child => KeyValuePair.Create(child, ReadContent(reader, $"{key}:{child}"))));
    }

    /// <summary>Settings are texts by now; what reads as a JSON number or boolean is one again.</summary>
    private static AttributeValue Scalar(string text)
    {
        if (bool.TryParse(text, out var flag)) return flag;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.ToString("R", CultureInfo.InvariantCulture) == text;
        return isNumber ? number : text;
    }
}
