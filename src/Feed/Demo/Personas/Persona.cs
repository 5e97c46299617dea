using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Personas;

/// <summary>Somebody whose month is written down rather than drawn: <c>personas.yaml</c>.</summary>
internal sealed record Persona
{
    public string UserId { get; init; } = "";
    public string Name { get; init; } = "";
    public string JobTitle { get; init; } = "";
    public string Company { get; init; } = "";
    public string Country { get; init; } = "";
    public string Timezone { get; init; } = "";
    public string Language { get; init; } = "";
    public string Tribe { get; init; } = "";
    public Consents Consents { get; init; } = new();
    public PersonaVisit[] Visits { get; init; } = [];
    public PersonaEmail[] Emails { get; init; } = [];
}
