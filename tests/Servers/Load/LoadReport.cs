namespace PersonalizationEngine.Servers.Load;

/// <param name="Answers">Status (0 for none) and time of each, in no order.</param>
public sealed record LoadReport(IReadOnlyList<(int Status, double Milliseconds)> Answers)
{
    public int Count => Answers.Count;

    /// <summary>Server errors, and requests that were never answered.</summary>
    public int Failed => Answers.Count(answer => answer.Status is 0 or >= 500);

    /// <param name="share">From 0 to 1.</param>
    public double Percentile(double share)
    {
        var sorted = Answers.Select(answer => answer.Milliseconds).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
