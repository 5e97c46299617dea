using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Bench.ManyRules;

/// <summary>A node of a condition that is walked over from its root for every rule and person: nothing is kept, nothing is shared.</summary>
internal interface IPlainNode
{
    bool Holds(AttributeMap person);
}

internal sealed record PlainAll(IPlainNode[] Parts) : IPlainNode
{
    public bool Holds(AttributeMap person)
    {
        foreach (var part in Parts)
            if (!part.Holds(person)) return false;
        return true;
    }
}

internal sealed record PlainAny(IPlainNode[] Parts) : IPlainNode
{
    public bool Holds(AttributeMap person)
    {
        foreach (var part in Parts)
            if (part.Holds(person)) return true;
        return false;
    }
}

internal sealed record PlainNot(IPlainNode Part) : IPlainNode
{
    public bool Holds(AttributeMap person) => !Part.Holds(person);
}

internal sealed record PlainTest(string Path, Func<AttributeValue, bool> Test) : IPlainNode
{
    private readonly string[] _steps = Path.Split('.');

    public bool Holds(AttributeMap person)
    {
        AttributeValue value = person;
        foreach (var step in _steps) value = value.Kind == AttributeKind.Map ? value.Map[step] : AttributeValue.Missing;
        return Test(value);
    }
}
