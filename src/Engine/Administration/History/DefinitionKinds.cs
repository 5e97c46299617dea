namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>Kinds of definitions by the names people see; a kind is stored under the name of its table.</summary>
public static class DefinitionKinds
{
    public const string Rules = "content_rules", Experiments = "ab_experiments", LeadModels = "scoring_models", Campaigns = "campaigns";

    private static readonly (string Kind, string Name)[] Known = [(Rules, "rule"), (Experiments, "experiment"), (LeadModels, "scoring_model"), (Campaigns, "campaign")];

    public static string NameOf(string kind)
    {
        foreach (var known in Known)
            if (known.Kind == kind) return known.Name;
        return kind;
    }

    /// <returns>What was given, where it is no such name.</returns>
    public static string Of(string name)
    {
        foreach (var known in Known)
            if (known.Name == name) return known.Kind;
        return name;
    }
}
