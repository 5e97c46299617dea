namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>Who visits the site, from where and with what: <c>population.yaml</c>.</summary>
internal sealed record PopulationWords
{
    public TribeWords[] Tribes { get; init; } = [];
    public Location[] Locations { get; init; } = [];
    public Browser[] Browsers { get; init; } = [];
}
