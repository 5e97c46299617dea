namespace PersonalizationEngine.Feed.Demo.Documents;

/// <param name="Kept">Documents left alone because one of that name was there.</param>
/// <param name="Failures">One line for each document the engine would not take.</param>
internal sealed record DocumentsReport(int Created, int Kept, IReadOnlyList<string> Failures);
