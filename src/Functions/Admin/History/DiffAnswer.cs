namespace PersonalizationEngine.Functions.Admin.History;

internal sealed record DiffAnswer(int From, int To, IReadOnlyList<ChangeOfValueAnswer> Changes);
