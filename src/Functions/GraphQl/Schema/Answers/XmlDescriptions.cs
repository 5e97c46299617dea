using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PersonalizationEngine.Functions.GraphQl.Schema.Answers;

/// <summary>
/// What the docstrings of the answers say, which is what the schema says of them: one description for both surfaces. They come
/// out of the documentation files that the compiler writes beside the assemblies.
/// </summary>
internal sealed partial class XmlDescriptions
{
    private readonly Dictionary<Assembly, IReadOnlyDictionary<string, XElement>> _members = [];

    public string? Of(Type type) => Text(Member(type)?.Element("summary"));

    /// <summary>Of a property: its own, or the parameter of the record it comes from.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Find(type.Assembly, $"P:{type.FullName}.{property.Name}")?.Element("summary"))
            ?? Text(Member(type)?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == property.Name));
    }

    private XElement? Member(Type type) => Find(type.Assembly, $"T:{type.FullName}");

    private XElement? Find(Assembly assembly, string name)
    {
        if (!_members.TryGetValue(assembly, out var members)) _members[assembly] = members = Read(assembly);
        return members.GetValueOrDefault(name);
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        if (!File.Exists(path)) return new Dictionary<string, XElement>();
        return XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
    }

    private static string? Text(XElement? element)
    {
        if (element is null) return null;
        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } named => Named(named),
            XElement inner => inner.Value,
            _ => "",
        }));
        return Blanks().Replace(words, " ").Trim() is { Length: > 0 } said ? said : null;
    }

    private static string Named(XElement see) =>
        ((string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? "").Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
