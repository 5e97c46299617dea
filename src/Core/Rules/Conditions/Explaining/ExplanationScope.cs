namespace PersonalizationEngine.Core.Rules.Conditions.Explaining;

/// <summary>Where an explanation stands on its way down the condition: which attribute is judged, and how to call it.</summary>
internal readonly record struct ExplanationScope(SavedGroups Groups, string Path, string Subject)
{
    public ExplanationScope(SavedGroups groups)
        : this(groups, "", "the person")
    {
    }

    public ExplanationScope At(string path)
    {
        var whole = Path.Length == 0 ? path : $"{Path}.{path}";
        return this with { Path = whole, Subject = whole };
    }

    public ExplanationScope Size() => this with { Subject = $"the size of {Path}" };
}
