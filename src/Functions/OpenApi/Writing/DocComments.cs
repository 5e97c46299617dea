using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PersonalizationEngine.Functions.OpenApi.Writing;

/// <summary>What our docstrings say, out of the XML files that the compiler puts beside the assemblies. Where there is none, nothing is said.</summary>
internal sealed partial class DocComments
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? SummaryOf(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    public string? SummaryOf(MethodInfo method) => Text(MembersOf(method.DeclaringType!.Assembly)
        .Where(member => member.Key.StartsWith($"M:{NameOf(method.DeclaringType)}.{method.Name}(", StringComparison.Ordinal))
        .Select(member => member.Value).FirstOrDefault()?.Element("summary"));

    /// <summary>Of a property: its own, or that of the record's parameter it comes from.</summary>
    public string? SummaryOf(Type type, string property) =>
        Text(Find(type.Assembly, $"P:{NameOf(type)}.{property}")?.Element("summary"))
        ?? Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == property));

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var text = string.Concat(element.Nodes().Select(Show));
        return Spaces().Replace(text, " ").Trim() is { Length: > 0 } clean ? clean : null;
    }

    private static string Show(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element when (element.Attribute("cref") ?? element.Attribute("name")) is { } named => $"`{named.Value[(named.Value.LastIndexOfAny(['.', ':']) + 1)..]}`",
        XElement element => element.Value,
        _ => "",
    };

    private XElement? Find(Assembly assembly, string member) => MembersOf(assembly).GetValueOrDefault(member);

    private Dictionary<string, XElement> MembersOf(Assembly assembly)
    {
        if (_files.TryGetValue(assembly, out var members)) return members;
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        return _files[assembly] = File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
