namespace PersonalizationEngine.Dashboard.Frame;

/// <summary>What a browser gets: a page, another address to go to, a file, or a look at an email.</summary>
public abstract record DashboardAnswer
{
    private DashboardAnswer()
    {
    }

    /// <param name="Component">Takes a parameter <c>Visit</c> beside these.</param>
    public sealed record Page(Type Component, IReadOnlyList<(string Name, object? Value)> Parameters) : DashboardAnswer;

    /// <param name="Notice">Told once on the page that follows.</param>
    public sealed record Go(string Address, string? Notice) : DashboardAnswer;

    public sealed record Download(string Name, string MediaType, ReadOnlyMemory<byte> Content) : DashboardAnswer;

    /// <param name="Html">Of somebody else's making: for a frame that lets nothing in it run or load.</param>
    public sealed record Look(string Html) : DashboardAnswer;
}
