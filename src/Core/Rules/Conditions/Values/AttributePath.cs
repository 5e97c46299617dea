using System.Globalization;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Values;

/// <summary>
/// Names separated by dots, each looked up in the map before it; a number also picks an element of a list, from 0.
/// </summary>
internal sealed class AttributePath
{
    private const int NoIndex = -1;

    private readonly (string Name, int Index)[] _steps;

    public AttributePath(string text) =>
        (Text, _steps) = (text, [.. text.Split('.').Select(name => (name, IndexOf(name)))]);

    public string Text { get; }

    /// <summary>Missing where a step leads nowhere.</summary>
    public AttributeValue Read(in AttributeValue scope)
    {
        var current = scope;
        foreach (var (name, index) in _steps)
        {
            current = current.Kind switch
            {
                AttributeKind.Map => current.Map[name],
                AttributeKind.List when (uint)index < (uint)current.Items.Length => current.Items[index],
                _ => AttributeValue.Missing,
            };
        }

        return current;
    }

    private static int IndexOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : NoIndex;
}
